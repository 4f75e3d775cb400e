import { For, Show, untrack } from 'solid-js';
import type { HandingView } from '#shared/opinion/handing.ts';
import { isLocale } from '#shared/locales.ts';
import { answer, answerOr } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { HandForm } from './hand-form.tsx';
import { Handed } from './handed.tsx';
import { MadeLink } from './made-link.tsx';

type Data = {
  desk: ConsultationDesk;
  handings: HandingView[];
  isPublished: boolean;
  /** The link that this very request made. */
  made?: string;
};

const HandingPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { desk, handings, isPublished, made } = untrack(() => props.data);
  const con = desk.consultation.id;
  const zone = desk.place.timeZone;
  const list = (
    <>
      <p class="lead">{t('auditing.what')}</p>
      <p>{t('auditing.soon')}</p>
      <h2 id="hand">{t('auditing.hand')}</h2>
      <Show when={isPublished} fallback={<p>{t('auditing.not-yet')}</p>}>
        <HandForm />
      </Show>
      <h2>{t('auditing.who-has')}</h2>
      <Show when={handings.length > 0} fallback={<p>{t('auditing.nobody')}</p>}>
        <ul role="list" class="two-columns">
          <For each={handings}>{(of) => <Handed of={of} zone={zone} />}</For>
        </ul>
      </Show>
    </>
  );
  return (
    <ConsultationFrame desk={desk} title={t('desk.room.audit')}>
      <Show when={made} fallback={list}>
        {(link) => <MadeLink link={link()} consultation={con} back={`/${locale}${consultationRoom(con, 'audit')}`} />}
      </Show>
    </ConsultationFrame>
  );
};

const load = async (loading: Pick<Posting, 'api' | 'params' | 'locale' | 'url'>): Promise<Data | null> => {
  const desk = await loadConsultationDesk(loading);
  if (!desk) return null;
  const param = { con: desk.consultation.id };
  const consultations = loading.api.consultations[':con'];
  const [handings, { value }] = await Promise.all([
    answer(consultations.handings.$get({ param })),
    answerOr(consultations.results.$get({ param, query: {} }), 'results-not-yet-public'),
  ]);
  return { desk, handings, isPublished: value !== undefined };
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale, url } = posting;
  const con = idIn('consultation', params);
  const { handings } = api.consultations[':con'];
  if (textOf(form, 'form') === 'withdraw') {
    await answer(handings[':handing'].$delete({ param: { con, handing: textOf(form, 'handing') } }));
    return { redirect: withDone(url.pathname, 'saved') };
  }
  const around = await load(posting);
  if (!around) return { problem: { code: 'not-found', errors: [] } };
  const wanted = textOf(form, 'locale');
  const { link } = await answer(
    handings.$post({
      param: { con },
      json: {
        auditor: textOf(form, 'auditor'),
        reason: textOf(form, 'reason'),
        locale: isLocale(wanted) ? wanted : locale,
      },
    }),
  );
  return { data: { ...around, made: link } satisfies Data };
};

/** Who is given the ballots without names, to count them again, and who was. */
export default definePage<Data>({
  cache: 'private',
  load,
  head: (_, { t }) => ({ title: t('desk.room.audit') }),
  place: ({ desk }) => desk.place,
  post,
  View: HandingPage,
});
