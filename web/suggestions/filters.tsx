import { For, createMemo } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { CONTRIBUTION_KINDS } from '#shared/contributions/rules.ts';
import { LANGUAGES, LOCALES } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { DESK_LISTS, OUTCOMES, SEARCH_LENGTH } from '#shared/suggestions/rules.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { asItWas } from '#web/desk/still.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { useVisit } from '#web/visit.ts';

type Choices = readonly { value: string; label: string }[];

/** What to look for; a plain form that asks for the page again, so that a choice has an address to share. */
export const Filters = (props: { page: SuggestionsPage; documents: ConsultationView['documents'] }) => {
  const { t, locale } = useI18n();
  const visit = useVisit();
  const asked = (name: string): string => visit.current.at.url.searchParams.get(name) ?? '';
  const all = (): { name: string; label: string; options: Choices }[] => [
    {
      name: 'passage',
      label: t('suggestions.part'),
      options: [
        { value: 'none', label: t('suggestions.no-part') },
        ...props.documents.flatMap(({ passages }) =>
          passages.map(({ id, heading }) => ({ value: id, label: readingOf(heading, [locale])?.text ?? id })),
        ),
      ],
    },
    {
      name: 'kind',
      label: t('suggestions.kind'),
      options: CONTRIBUTION_KINDS.map((value) => ({ value, label: t(`site.kind.${value}`) })),
    },
    {
      name: 'language',
      label: t('suggestions.language'),
      options: LOCALES.map((value) => ({ value, label: LANGUAGES[value] })),
    },
    {
      name: 'group',
      label: t('suggestions.group'),
      options: props.page.groups.map((value) => ({
        value,
        label: readingOf(props.page.names[value]?.name ?? {}, [locale])?.text ?? value,
      })),
    },
    { name: 'tag', label: t('suggestions.tag'), options: props.page.tags.map((value) => ({ value, label: value })) },
    {
      name: 'outcome',
      label: t('suggestions.outcome'),
      options: (['left', 'none', ...OUTCOMES] as const).map((value) => ({
        value,
        label: t(`suggestions.outcomes.${value}`),
      })),
    },
    {
      name: 'assigned',
      label: t('suggestions.assigned'),
      options: [
        { value: 'nobody', label: t('suggestions.nobody') },
        ...props.page.colleagues.map(({ participant, name }) => ({ value: participant, label: name })),
      ],
    },
  ];
  const selects = asItWas(all);
  const isNarrowed = createMemo(() => selects().some(({ name }) => asked(name) !== ''));
  return (
    <form method="get" action="#found" class="stack stack-tight" role="search" aria-label={t('suggestions.find')}>
      <div class="two-columns">
        <Field
          type="search"
          name="words"
          label={t('suggestions.words')}
          value={asked('words').slice(0, SEARCH_LENGTH)}
        />
        <Select
          name="list"
          label={t('suggestions.list')}
          options={DESK_LISTS.map((value) => ({ value, label: t(`suggestions.lists.${value}`) }))}
          chosen={asked('list') || (props.page.countedAt ? 'all' : 'new')}
        />
      </div>
      <Details summary={t('suggestions.find')} open={isNarrowed()}>
        <div class="two-columns">
          <For each={selects()}>
            {({ name, label, options }) => {
              const chosen = createMemo(() => asked(name));
              return (
                <Select
                  name={name}
                  label={label}
                  options={[{ value: '', label: t('suggestions.any') }, ...options]}
                  chosen={chosen()}
                />
              );
            }}
          </For>
        </div>
      </Details>
      <p>
        <Button look="plain">{t('suggestions.show')}</Button>
      </p>
    </form>
  );
};
