import { For } from 'solid-js';
import { casePage } from '#shared/moderation/addresses.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import type { CaseData } from './case-load.ts';
import { EVERY_COPY, namedCopy } from './named-copy.ts';

/** Other cases about the same words: she says which of them she decides alike, and can look at each where it stands. */
export const Copies = (props: { data: CaseData; form: ReturnType<typeof useForm> }) => {
  const { t, locale, moment, number } = useI18n();
  const { form } = props;
  const { one, desk } = props.data;
  const what = (copy: (typeof one.copies)[number]): string =>
    [
      t(`cases.subject.${copy.subject}`),
      t('site.somebody', { name: copy.author }),
      moment(copy.at, desk.place.timeZone),
    ].join(' · ');
  return (
    <div class="stack stack-tight">
      <ChoiceGroup
        kind="checkbox"
        name="alike"
        id={form.id('alike')}
        legend={t('cases.copies.title', { count: number(one.copies.length + 1), people: one.copiedBy })}
        hint={t('cases.copies.what')}
        options={[
          { value: EVERY_COPY, label: t('cases.copies.all', { count: one.copies.length }) },
          ...one.copies.map((copy) => ({
            value: namedCopy(copy),
            label: what(copy),
            ...(copy.words !== undefined && { hint: copy.words }),
          })),
        ]}
        chosen={form.words('alike') ?? []}
      />
      <For each={one.copies}>{(copy) => <input type="hidden" name="copy" value={namedCopy(copy)} />}</For>
      <Details summary={t('cases.copies.look')}>
        <ul>
          <For each={one.copies}>
            {(copy) => (
              <li>
                <a href={`/${locale}${casePage(desk.place.slug, copy.id)}`}>{what(copy)}</a>
              </li>
            )}
          </For>
        </ul>
      </Details>
    </div>
  );
};
