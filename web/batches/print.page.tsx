import { Show } from 'solid-js';
import type { MadeCards } from '#shared/batches/schema.ts';
import { MOST_LANGUAGES } from '#shared/batches/rules.ts';
import { LANGUAGES, directionOf, isLocale } from '#shared/locales.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { PrintButton } from '#web/ui/print-button/print-button.tsx';
import { cardsRoom, loadBatch, type BatchDesk } from './load.ts';
import { Sheet } from './sheet.tsx';

type Data = BatchDesk & {
  /** The cards that this very request made. They are shown once and kept nowhere. */
  made?: MadeCards;
};

const Asking = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const form = useForm('print');
  // Her own language first: what stands first on the card is its direction, too.
  const languages = props.data.desk.place.languages.toSorted((a, b) => Number(b === locale) - Number(a === locale));
  return (
    <PostForm class="stack narrow">
      <FormProblem form={form} />
      <input type="hidden" name="form" value="print" />
      <input type="hidden" name="version" value={props.data.batch.version} />
      <Notice kind="careful" title={t('batches.print-once')}>
        <p>{t('batches.print-once-how')}</p>
      </Notice>
      <ChoiceGroup
        kind="checkbox"
        name="languages"
        id={form.id('languages')}
        legend={t('batches.print-languages')}
        hint={t('batches.print-languages-hint')}
        error={form.error('languages')}
        chosen={form.words('languages') ?? languages.slice(0, MOST_LANGUAGES)}
        options={languages.map((tag) => ({ value: tag, label: LANGUAGES[tag], lang: tag, dir: directionOf(tag) }))}
      />
      <p>
        <Button>{t('batches.print-show')}</Button>
      </p>
    </PostForm>
  );
};

const Shown = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <Notice kind="careful" title={t('batches.printed-already')}>
      <p>{t(props.data.batch.state === 'made' ? 'batches.printed-already-how' : 'batches.revoke-what')}</p>
    </Notice>
  );
};

const PrintPage = (props: { data: Data }) => {
  const { t, locale, number } = useI18n();
  const { batch, desk } = props.data;
  const back = cardsRoom(locale, desk.place.slug, `/${batch.number}`);
  return (
    <PlaceFrame desk={desk} title={`${t('batches.batch', { number: number(batch.number) })}: ${t('batches.print')}`}>
      <Show
        when={props.data.made}
        fallback={
          <Show when={batch.state === 'planned'} fallback={<Shown data={props.data} />}>
            <Asking data={props.data} />
          </Show>
        }
      >
        {(made) => (
          <>
            <div class="no-print stack narrow">
              <Notice kind="careful" title={t('batches.print-now')}>
                <p>{t('batches.print-now-how')}</p>
              </Notice>
              <p class="row">
                <PrintButton label={t('batches.print-button')} />
                <LinkButton href={back} look="plain">
                  {t('batches.print-done')}
                </LinkButton>
              </p>
            </div>
            <Sheet cards={made()} />
          </>
        )}
      </Show>
    </PlaceFrame>
  );
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params } = posting;
  const param = { slug: params['slug'] ?? '', batch: params['batch'] ?? '' };
  const languages = form.getAll('languages').filter((tag) => typeof tag === 'string' && isLocale(tag));
  const json = { version: Number(textOf(form, 'version')), languages };
  const made = await answer(api.places[':slug'].batches[':batch'].cards.$post({ param, json }));
  const around = await loadBatch(posting);
  if (!around) return { problem: { code: 'not-found', errors: [] } };
  return { data: { ...around, made } satisfies Data };
};

export default definePage<Data>({
  cache: 'private',
  load: loadBatch,
  head: ({ batch }, { t, number }) => ({
    title: `${t('batches.batch', { number: number(batch.number) })}: ${t('batches.print')}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: PrintPage,
});
