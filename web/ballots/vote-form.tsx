import { For, Show, createEffect, createSignal, untrack } from 'solid-js';
import type { Choice } from '#shared/ballots/rules.ts';
import { mayNow, type Schedule } from '#shared/consultations/phases.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Own } from '#web/consultations/load.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { textOf } from '#web/form-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { useVisit } from '#web/visit.ts';
import { joinAndBack, voteIn } from './cast.ts';
import { ChoiceButton } from './choice-button.tsx';
import { holdVote } from './held.ts';
import { QueueNotice } from './queue-notice.tsx';
import { useQueue } from './use-queue.ts';

type VoteFormProps = {
  consultation: { id: ConsultationId; stages: Schedule };
  own: Own;
  item: number;
};

const BUTTONS = ['agree', 'pass', 'disagree'] as const;

/** Agree, pass or disagree with one passage or contribution, and take it back. */
export const VoteForm = (props: VoteFormProps) => {
  const visit = useVisit();
  const { current } = visit;
  const { t, locale } = useI18n();
  const { consultation, own, item } = untrack(() => ({ ...props }));
  const [choice, setChoice] = createSignal<Choice | undefined>(own.votes[item]);
  const queue = useQueue(consultation.id, own);
  const join = joinAndBack(locale, consultation.id, `${current.at.url.pathname}#vote-${item}`);
  const verdict = mayNow(consultation, 'vote', current.now);
  const form = useForm(`vote-${item}`);
  const chosen = () => {
    const now = choice();
    return now === 'withdrawn' ? undefined : now;
  };

  const isSent = () => {
    const waiting = queue();
    // Reading the state makes this run again whenever something was sent.
    return !waiting || waiting.state().unsent === 0 || !waiting.unsent(item);
  };

  createEffect(() => {
    const waiting = queue();
    if (!waiting) return;
    const { refused } = waiting.state();
    const unsent = waiting.unsent(item);
    if (unsent) setChoice(unsent.choice);
    // What was refused is not shown as if it had been taken.
    else if (refused?.vote.item === item) setChoice(own.votes[item]);
  });

  const atOnce = (sent: FormData): boolean => {
    const vote = voteIn((name) => textOf(sent, name));
    const waiting = queue();
    if (vote && !own.joined) {
      holdVote(consultation.id, vote);
      visit.go(join);
      return true;
    }
    if (!vote || !waiting) return false;
    setChoice(vote.choice);
    waiting.cast(vote);
    return true;
  };

  return (
    <section class="vote stack stack-tight" aria-labelledby={`vote-${item}`}>
      <h2 id={`vote-${item}`} tabindex="-1">
        {t('ballots.ask')}
      </h2>
      <FormProblem form={form} />
      <Show when={verdict.allowed} fallback={<p>{verdict.allowed ? '' : t(`problem.${verdict.reason}`)}</p>}>
        <PostForm class="vote-form stack stack-tight" atOnce={atOnce} action={own.joined ? undefined : join}>
          <input type="hidden" name="form" value={`vote-${item}`} />
          <input type="hidden" name="item" value={item} />
          <div class="vote-buttons">
            <For each={BUTTONS}>{(one) => <ChoiceButton choice={one} pressed={chosen() === one} />}</For>
          </div>
          <Show when={chosen()}>
            <p class="row">
              <span class="hint">{isSent() ? t('ballots.saved') : t('ballots.sending')}</span>
              <Button look="quiet" name="choice" value="withdrawn">
                {t('ballots.take-back')}
              </Button>
            </p>
          </Show>
        </PostForm>
      </Show>
      <Show when={queue()}>{(waiting) => <QueueNotice state={waiting().state()} join={join} />}</Show>
    </section>
  );
};
