import { For, Show, untrack } from 'solid-js';
import { ANSWER_LENGTH, BY_WHOM_LENGTH } from '#shared/answers/rules.ts';
import type { AnsweringView } from '#shared/answers/views.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { OUTCOMES } from '#shared/suggestions/rules.ts';
import { versionName } from '#shared/versions/rules.ts';
import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { FullText } from '#web/ui/full-text/full-text.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { Day } from './day.tsx';

type Data = { view: AnsweringView; token: string };
type Point = AnsweringView['points'][number];

/** One passage with what the institution says to it so far. A draft is nobody's but its own until it is given. */
const PointForm = (props: { point: Point; languages: AnsweringView['consultation']['languages']; here: string }) => {
  const { t } = useI18n();
  const { point, languages } = untrack(() => ({ ...props }));
  const form = useForm(point.id);
  const said = point.said.draft ?? point.said.given;
  const both = form.both([
    ...savedTexts('why', t('asking.why'), languages, said?.why ?? {}),
    { name: 'who', label: t('asking.who'), text: said?.who ?? '' },
  ]);
  return (
    <PostForm class="stack" labelledBy={`${point.id}-heading`}>
      <FormProblem form={form} />
      <BothTexts texts={both} leave={props.here} />
      <input type="hidden" name="form" value={point.id} />
      <input type="hidden" name="version" value={form.version(point.version)} />
      <Show when={point.said.draft}>
        <p>
          <strong>{t(point.said.given ? 'asking.draft-of-correction' : 'asking.draft')}</strong>
        </p>
      </Show>
      <Select
        name="outcome"
        id={form.id('outcome')}
        label={t('asking.outcome')}
        options={[
          { value: '', label: t('asking.not-decided') },
          ...OUTCOMES.map((value) => ({ value, label: t(`answers.outcomes.${value}`) })),
        ]}
        chosen={form.word('outcome') ?? said?.outcome ?? ''}
        error={form.error('outcome')}
      />
      <TextsField
        name="why"
        label={t('asking.why')}
        hint={t('asking.why-hint')}
        languages={languages}
        texts={said?.why ?? {}}
        form={form}
        rows={4}
        most={ANSWER_LENGTH}
      />
      <div class="two-columns">
        <Field
          name="who"
          id={form.id('who')}
          label={t('asking.who')}
          hint={t('asking.who-hint')}
          value={form.word('who') ?? said?.who}
          error={form.error('who')}
          most={BY_WHOM_LENGTH}
        />
        <Field
          type="date"
          name="when"
          id={form.id('when')}
          label={t('asking.when')}
          value={form.word('when') ?? said?.when}
          error={form.error('when')}
        />
      </div>
      <p class="row">
        <Button name="give" value="yes">
          {t(point.said.given ? 'asking.give-again' : 'asking.give')}
        </Button>
        <Button name="give" value="" look="plain">
          {t('asking.keep')}
        </Button>
      </p>
    </PostForm>
  );
};

const AnsweringPage = (props: { data: Data }) => {
  const { t, number, locale } = useI18n();
  const { view, token } = untrack(() => props.data);
  const left = view.points.filter(({ said }) => !said.given).length;
  return (
    <>
      <p class="hint">
        <Wording texts={view.place.name} /> · <Wording texts={view.consultation.title} />
      </p>
      <h1>
        <bdi>{view.addressee.name}</bdi>
      </h1>
      <p class="lead">
        {t('asking.asked')} <Wording texts={view.document} /> ({versionName(view.addressee.edition)}).
      </p>
      <p>{t('asking.how')}</p>
      <p>
        <strong>
          {t('asking.by')} <Day day={view.addressee.due} />
        </strong>{' '}
        · {t('asking.left', { count: left })}
      </p>
      <For each={view.points}>
        {(point) => (
          <section class="card stack" id={point.id} aria-labelledby={`${point.id}-heading`}>
            <h2 class="card-heading" id={`${point.id}-heading`}>
              {number(point.position)}. <Wording texts={point.heading} />
            </h2>
            <p class="hint">
              {t(`answers.standing.${point.standing}`)}
              <Show when={point.cites > 0}> · {t('asking.comes-from', { count: point.cites })}</Show>
            </p>
            <FullText texts={point.text} />
            <PointForm point={point} languages={view.consultation.languages} here={`/${locale}/answer/${token}`} />
          </section>
        )}
      </For>
    </>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const token = params['token'] ?? '';
  const psg = textOf(form, 'form') as PassageId;
  const give = textOf(form, 'give') === 'yes';
  await answer(
    api.answering[':token'].points[':psg'].$put({
      param: { token, psg },
      json: {
        outcome: OUTCOMES.find((one) => one === textOf(form, 'outcome')) ?? '',
        why: textsOf(form, 'why'),
        who: textOf(form, 'who'),
        when: textOf(form, 'when'),
        give,
        version: Number(textOf(form, 'version')),
      },
    }),
  );
  return { redirect: withDone(`/${locale}/answer/${token}`, give ? 'answer-given' : 'draft-saved', psg) };
};

/** Where an institution answers, by its link: no account, nothing else to learn. */
export default definePage<Data>({
  cache: 'private',
  async load({ api, params }) {
    const token = params['token'] ?? '';
    return { token, view: await answer(api.answering[':token'].$get({ param: { token } })) };
  },
  head: ({ view }, { locale }) => ({
    title: `${view.addressee.name}: ${readingOf(view.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ view }) => view.place,
  post,
  View: AnsweringPage,
});
