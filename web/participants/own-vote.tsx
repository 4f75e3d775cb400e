import { For, Match, Show, Switch } from 'solid-js';
import { mayNow } from '#shared/consultations/phases.ts';
import { directionOf } from '#shared/locales.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import type { OwnVote, Part } from './load.ts';
import { SmallForm } from './page-problem.tsx';

const CHOICES = ['agree', 'pass', 'disagree'] as const;

type OwnVoteProps = { vote: OwnVote; consultation: Part['consultation'] };

const About = (props: OwnVoteProps) => {
  const { t, locale } = useI18n();
  const to = () => addressesOf(locale, props.consultation.id);
  const passage = () => (props.vote.subject?.kind === 'passage' ? props.vote.subject : undefined);
  const contribution = () => {
    const { subject } = props.vote;
    return subject?.kind === 'contribution' && subject.text !== null ? subject : undefined;
  };
  return (
    <Switch fallback={<span class="hint">{t('participants.words-gone')}</span>}>
      <Match when={passage()}>
        {(about) => (
          <a href={to().passage(about().id)}>
            <Wording texts={about().heading} />
          </a>
        )}
      </Match>
      <Match when={contribution()}>
        {(about) => (
          <a
            class="words"
            href={to().contribution(about().id)}
            lang={about().language}
            dir={directionOf(about().language)}
          >
            {about().text}
          </a>
        )}
      </Match>
    </Switch>
  );
};

/** One vote of hers. While voting is open it can be changed or taken back here. */
export const OwnVoteItem = (props: OwnVoteProps) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const open = () => mayNow(props.consultation, 'vote', current.now).allowed;
  const id = () => `item-${props.vote.item}`;
  return (
    <li class="stack stack-tight" id={id()}>
      <p id={`${id()}-about`}>
        <About vote={props.vote} consultation={props.consultation} />
      </p>
      <p>
        {t('participants.you-said')} <strong>{t(`ui.choice.${props.vote.choice}`)}</strong>
        <Show when={!props.vote.counts}>
          {' '}
          <span class="hint">{t('participants.not-counted')}</span>
        </Show>
      </p>
      <Show when={open()}>
        <PostForm class="row" labelledBy={`${id()}-about`}>
          <SmallForm act="vote" />
          <input type="hidden" name="con" value={props.consultation.id} />
          <input type="hidden" name="item" value={props.vote.item} />
          <span>{t('participants.change-to')}</span>
          <For each={CHOICES.filter((choice) => choice !== props.vote.choice)}>
            {(choice) => (
              <Button look="plain" name="choice" value={choice}>
                {t(`ui.choice.${choice}`)}
              </Button>
            )}
          </For>
          <Button look="quiet" name="choice" value="withdrawn">
            {t('participants.take-back')}
          </Button>
        </PostForm>
      </Show>
    </li>
  );
};
