import { Show, createSignal, onMount } from 'solid-js';
import { cardNumber, groupedCardNumber } from '#shared/participants/rules.ts';
import { answer } from '#web/api.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { withDone } from '#web/done.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { Explanation } from '#web/problems/explanation.tsx';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Tick } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { withProof } from '#web/with-proof.ts';
import { MadeCard, type NewCard } from './made-card.tsx';

type Data = {
  /** Somebody took part on this device without a card: coming back as somebody else removes that. */
  wouldBeLost: boolean;
  /** She used a handed card just now: her new number, and where to go on. */
  fresh?: { card: NewCard; next: string };
};

/**
 * The number behind a QR code, from the address's fragment, which no server ever saw. It goes from the address bar and
 * from the history at once, by a fragment of its own: that is no new page for the router.
 */
const scannedNumber = (): string | undefined => {
  const digits = cardNumber(decodeURIComponent(location.hash.slice(1)));
  if (!digits) return undefined;
  location.replace('#card');
  return groupedCardNumber(digits);
};

const Asking = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const form = useForm('return');
  const [scanned, setScanned] = createSignal<string>();
  onMount(() => setScanned(scannedNumber()));
  return (
    <div class="stack narrow">
      <FormProblem form={form} />
      <Explanation />
      <h1 id="card">{t('participants.return')}</h1>
      <Show when={props.data.wouldBeLost}>
        <Notice kind="careful" title={t('participants.would-be-lost')}>
          <p>{t('participants.would-be-lost-how')}</p>
          <p>
            <LinkButton href={`/${locale}/me/card`} look="plain">
              {t('participants.make-card')}
            </LinkButton>
          </p>
        </Notice>
      </Show>
      <PostForm class="stack">
        <input type="hidden" name="form" value="return" />
        <Show
          when={scanned()}
          fallback={
            <Field
              name="digits"
              id={form.id('digits')}
              label={t('participants.card-number')}
              hint={t('participants.digits-hint')}
              value={form.word('digits')}
              error={form.error('digits')}
              inputMode="numeric"
              digits
            />
          }
        >
          {(digits) => (
            <>
              <p>{t('participants.scanned')}</p>
              <input type="hidden" name="digits" value={digits()} />
            </>
          )}
        </Show>
        <Tick
          name="assisted"
          id={form.id('assisted')}
          label={t('participants.assisted')}
          checked={form.word('assisted') === 'yes'}
        />
        <p>
          <Button>{t('participants.continue')}</Button>
        </p>
      </PostForm>
      <p class="hint">{t('participants.return-lost')}</p>
    </div>
  );
};

const ReturnPage = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <Show when={props.data.fresh} fallback={<Asking data={props.data} />}>
      {(fresh) => (
        <>
          <MadeCard card={fresh().card} title={t('participants.card-new')} next={fresh().next} />
          <p class="hint">{t('participants.card-new-why')}</p>
        </>
      )}
    </Show>
  );
};

/** After many tries from one address the browser has to work for it first; where it cannot, the page says so. */
const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, locale } = posting;
  const json = { digits: textOf(form, 'digits'), assisted: textOf(form, 'assisted') === 'yes', locale };
  const { fresh } = await withProof(posting, (proof) => answer(api.sessions.$post({ json: { ...json, ...proof } })));
  if (!fresh) return { redirect: withDone(`/${locale}/me`, 'came-back') };
  const { card, place, consultation } = fresh;
  const next = consultation ? addressesOf(locale, consultation).home : `/${locale}/p/${place}`;
  return { data: { wouldBeLost: false, fresh: { card, next } } satisfies Data };
};

export default definePage<Data>({
  cache: 'private',
  load: async ({ api }) => {
    const { signedIn, hasCard } = await answer(api.me.$get());
    return { wouldBeLost: signedIn && !hasCard };
  },
  head: (_, { t }) => ({ title: t('participants.return') }),
  post,
  View: ReturnPage,
});
