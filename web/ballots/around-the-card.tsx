import { Show } from 'solid-js';
import { VOTES_BEFORE_CARD_OFFER } from '#shared/participants/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import type { Hand } from './hand.ts';

/** "Keep your votes": after the third vote, for whoever has no card. */
export const KeepVotes = (props: { votes: number; hasCard: boolean }) => {
  const { t, locale } = useI18n();
  return (
    <Show when={!props.hasCard && props.votes >= VOTES_BEFORE_CARD_OFFER}>
      <Notice title={t('ballots.keep')}>
        <p>{t('ballots.keep-why')}</p>
        <LinkButton href={`/${locale}/me/card`} look="plain">
          {t('ballots.keep-do')}
        </LinkButton>
      </Notice>
    </Show>
  );
};

export const Keys = () => {
  const { t } = useI18n();
  return (
    <Details summary={t('ballots.keys')}>
      <p>{t('ballots.keys-choices')}</p>
      <p>{t('ballots.keys-undo')}</p>
    </Details>
  );
};

/** What became of the last card, and the way to take it back. */
export const LastCard = (props: { hand: Hand; last: number | undefined; sending: boolean }) => {
  const { t } = useI18n();
  const item = () => props.hand.laid().at(-1)?.card.item ?? props.last;
  const isAside = () => props.hand.laid().at(-1)?.choice === 'aside';
  return (
    <Show when={item()}>
      <PostForm
        class="row"
        atOnce={() => {
          const here = props.hand.laid().length > 0;
          if (here) props.hand.undo();
          return here;
        }}
      >
        <input type="hidden" name="form" value="undo" />
        <input type="hidden" name="item" value={item()} />
        <span class="hint">
          {isAside() ? t('ballots.laid-aside') : props.sending ? t('ballots.sending') : t('ballots.saved')}
        </span>
        <Button look="quiet" name="choice" value="withdrawn">
          {t('ballots.undo')}
        </Button>
      </PostForm>
    </Show>
  );
};
