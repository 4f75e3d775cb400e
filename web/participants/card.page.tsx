import { Show, createSignal, onMount } from 'solid-js';
import { groupedCardNumber } from '#shared/participants/rules.ts';
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
import { useVisit } from '#web/visit.ts';

type MadeCard = { digits: string; qr: string };
type Data = Pick<Me, 'signedIn' | 'hasCard'> & {
  /** A card that this very request made. It is shown once and kept nowhere. */
  made?: MadeCard;
};

/** Printing needs a script, so the button comes with it. */
const PrintButton = () => {
  const { t } = useI18n();
  const [ready, setReady] = createSignal(false);
  onMount(() => setReady(true));
  return (
    <Show when={ready()}>
      <Button type="button" look="plain" onClick={() => globalThis.print()}>
        {t('participants.print')}
      </Button>
    </Show>
  );
};

const Made = (props: { card: MadeCard }) => {
  const { current } = useVisit();
  const { t, locale } = useI18n();
  return (
    <>
      <h1>{t('participants.card-made')}</h1>
      <Notice kind="careful" title={t('participants.card-once')}>
        <p>{t('participants.card-once-how')}</p>
      </Notice>
      <section class="person-card" aria-labelledby="card-number-name">
        <p class="person-card-name" id="card-number-name">
          {t('participants.card-number')}
        </p>
        <p class="person-card-digits" dir="ltr">
          {groupedCardNumber(props.card.digits)}
        </p>
        {/* Drawn by our own API: squares, nothing that runs. */}
        <div class="person-card-qr" role="img" aria-label={t('participants.card-qr')} innerHTML={props.card.qr} />
        <p>
          {t('participants.card-where')} <bdi dir="ltr">{`${current.at.url.host}/join`}</bdi>
        </p>
        <p>{t('participants.card-rule')}</p>
      </section>
      <ul class="narrow">
        <li>{t('participants.card-keep')}</li>
        <li>{t('participants.card-is-you')}</li>
        <li>{t('participants.card-lost')}</li>
      </ul>
      <p class="row">
        <LinkButton href={`/${locale}/me`}>{t('participants.card-written-down')}</LinkButton>
        <PrintButton />
      </p>
    </>
  );
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

const CardPage = (props: { data: Data }) => (
  <Show when={props.data.signedIn} fallback={<Nothing />}>
    <Show when={props.data.made} fallback={<Making hasCard={props.data.hasCard} />}>
      {(card) => <Made card={card()} />}
    </Show>
  </Show>
);

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
