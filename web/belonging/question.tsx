import { Show } from 'solid-js';
import { PREFER_NOT_TO_SAY } from '#shared/ballots/rules.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import { directionOf } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup, Tick, type Option } from '#web/ui/choice/choice.tsx';
import { ErrorSummary } from '#web/ui/error-summary/error-summary.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { useVisit } from '#web/visit.ts';
import type { Asking } from './asking.ts';

const useOptions = (answers: Asking['question']['answers']): Option[] => {
  const { t, locale } = useI18n();
  const named = answers.flatMap(({ key, label }): Option[] => {
    const reading = readingOf(label, [locale]);
    return reading
      ? [{ value: key, label: reading.text, lang: reading.language, dir: directionOf(reading.language) }]
      : [];
  });
  return [...named, { value: PREFER_NOT_TO_SAY, label: t('belonging.prefer-not-to-say') }];
};

const WRONG = { answers: 'belonging.choose', consent: 'belonging.consent-missing' } as const;
const FIELDS = ['answers', 'consent'] as const;

/** The question itself: several answers, one of them to say nothing, and a consent of its own. */
export const Question = (props: { asking: Asking }) => {
  const { t, locale } = useI18n();
  const { current } = useVisit();
  const { question, stages, said } = props.asking;
  const form = useForm('belonging');
  const verdict = mayNow({ stages }, 'vote', current.now);
  const errorOf = (field: keyof typeof WRONG): string | undefined => form.error(field) && t(WRONG[field]);
  const wrong = () =>
    FIELDS.flatMap((field) => {
      const text = errorOf(field);
      return text ? [{ text, href: `#${form.id(field)}` }] : [];
    });
  return (
    <Show
      when={verdict.allowed}
      fallback={<Notice kind="careful" title={verdict.allowed ? '' : t(`problem.${verdict.reason}`)} />}
    >
      <Show when={form.problem}>
        {(problem) => <ErrorSummary title={problem().title} errors={wrong().length > 0 ? wrong() : problem().errors} />}
      </Show>
      <Explanation />
      <PostForm class="stack">
        <input type="hidden" name="form" value="belonging" />
        <input type="hidden" name="version" value={question.version} />
        <ChoiceGroup
          kind="checkbox"
          name="answers"
          id={form.id('answers')}
          legend={readingOf(question.question, [locale])?.text ?? ''}
          hint={t('belonging.several')}
          error={errorOf('answers')}
          options={useOptions(question.answers)}
          chosen={form.words('answers') ?? said?.answers ?? []}
        />
        <Tick
          name="consent"
          id={form.id('consent')}
          label={t('belonging.consent')}
          checked={form.word('consent') === 'yes'}
          error={errorOf('consent')}
        />
        <p>
          <Button>{t(`belonging.${said ? 'change' : 'say'}`)}</Button>
        </p>
      </PostForm>
    </Show>
  );
};
