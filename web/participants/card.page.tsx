import { Show } from 'solid-js';
import type { Me } from '#shared/participants/schema.ts';
import { answer } from '#web/api.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Explanation } from '#web/problems/explanation.tsx';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { MadeCard, type NewCard } from './made-card.tsx';

type Data = Pick<Me, 'signedIn' | 'hasCard'> & {
  /** A card that this very request made. It is shown once and kept nowhere. */
  made?: NewCard;
};

const Making = (props: { hasCard: boolean }) => {
  const { t, locale } = useI18n();
  const form = useForm('card');
  return (
    <div class="stack narrow">
      <FormProblem form={form} />
      <Explanation />
      <h1>{t(props.hasCard ? 'participants.new-card' : 'participants.make-card')}</h1>
      <p class="lead">{t('participants.card-what')}</p>
      <ul>
        <li>{t('participants.card-is-you')}</li>
        <li>{t('participants.card-no-name')}</li>
        <li>{t('participants.card-lost')}</li>
      </ul>
      <Show when={props.hasCard}>
        <Notice kind="careful" title={t('participants.card-replaces')} />
      </Show>
      <PostForm>
        <input type="hidden" name="form" value="card" />
        <p class="row">
          <Button>{t('participants.card-show')}</Button>
          <LinkButton href={`/${locale}/me`} look="quiet">
            {t('participants.not-now')}
          </LinkButton>
        </p>
      </PostForm>
    </div>
  );
};

const Nothing = () => {
  const { t, locale } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t('participants.make-card')}</h1>
      <p>{t('participants.card-vote-first')}</p>
      <p class="row">
        <LinkButton href={`/${locale}`}>{t('participants.to-places')}</LinkButton>
        <LinkButton href={`/${locale}/return`} look="plain">
          {t('participants.return')}
        </LinkButton>
      </p>
    </div>
  );
};

const CardPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  return (
    <Show when={props.data.signedIn} fallback={<Nothing />}>
      <Show when={props.data.made} fallback={<Making hasCard={props.data.hasCard} />}>
        {(card) => <MadeCard card={card()} title={t('participants.card-made')} next={`/${locale}/me`} />}
      </Show>
    </Show>
  );
};

export default definePage<Data>({
  cache: 'private',
  load: async ({ api }) => {
    const { signedIn, hasCard } = await answer(api.me.$get());
    return { signedIn, hasCard };
  },
  head: (_, { t }) => ({ title: t('participants.make-card') }),
  post: async ({ api }) => ({
    data: { signedIn: true, hasCard: true, made: await answer(api.me.card.$post()) } satisfies Data,
  }),
  View: CardPage,
});
