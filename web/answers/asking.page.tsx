import { For, Show, untrack } from 'solid-js';
import type { AddresseeId } from '#shared/answers/schema.ts';
import type { AskedView, AskingDesk } from '#shared/answers/views.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { isLocale } from '#shared/locales.ts';
import { versionName } from '#shared/versions/rules.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { withDone } from '#web/done.ts';
import { allOf, textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { AskForm } from './ask-form.tsx';
import { Day } from './day.tsx';

type Made = { link: string; mailed: boolean };
type Data = { desk: ConsultationDesk; asking: AskingDesk; /** Shown this once. */ made?: Made };

const Asked = (props: { of: AskedView }) => {
  const { t, number } = useI18n();
  const { of } = untrack(() => props);
  return (
    <Card labelledBy={of.id}>
      <h2 class="card-heading" id={of.id}>
        <bdi>{of.name}</bdi>
      </h2>
      <p>
        <strong>{t(of.ended ? 'asking.ended' : `answers.standing.${of.standing}`)}</strong> ·{' '}
        {t('asking.answered-of', { answered: number(of.answered), asked: number(of.points.length) })} ·{' '}
        {versionName(of.edition)}
      </p>
      <p class="hint">
        {t('asking.by')} <Day day={of.due} />
      </p>
      <Show when={!of.ended}>
        <Confirm ask={t('asking.new-link')}>
          <p>{t('asking.new-link-what')}</p>
          <PostForm>
            <input type="hidden" name="form" value="renew" />
            <input type="hidden" name="addressee" value={of.id} />
            <Button look="plain">{t('asking.new-link')}</Button>
          </PostForm>
        </Confirm>
        <Confirm ask={t('asking.end')}>
          <p>{t('asking.end-what')}</p>
          <PostForm>
            <input type="hidden" name="form" value="end" />
            <input type="hidden" name="addressee" value={of.id} />
            <Button look="plain">{t('asking.end')}</Button>
          </PostForm>
        </Confirm>
      </Show>
    </Card>
  );
};

const MadeLink = (props: Made & { back: string }) => {
  const { t } = useI18n();
  return (
    <Notice kind="good" title={t('asking.made')} spoken>
      <p>
        <code class="words">{props.link}</code>
      </p>
      <p>{t(props.mailed ? 'asking.made-mailed' : 'asking.made-how')}</p>
      <LinkButton href={props.back} look="plain">
        {t('asking.made-done')}
      </LinkButton>
    </Notice>
  );
};

const AskingPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { desk, asking, made } = untrack(() => props.data);
  const con = desk.consultation.id;
  return (
    <ConsultationFrame desk={desk} title={t('desk.room.answers')}>
      <Show
        when={!made}
        fallback={<MadeLink {...(made as Made)} back={`/${locale}${consultationRoom(con, 'answers')}`} />}
      >
        <p class="lead">{t('asking.what')}</p>
        <p>
          <a href={`/${locale}/c/${con}/answers`}>{t('asking.as-everybody')}</a>
        </p>
        <For each={asking.addressees} fallback={<p>{t('asking.nobody')}</p>}>
          {(one) => <Asked of={one} />}
        </For>
        <h2>{t('asking.ask')}</h2>
        <Show when={asking.notNow} fallback={<AskForm asking={asking} />}>
          {(why) => <p>{t('asking.not-now', { why: t(`drafting.phase.${why()}`) })}</p>}
        </Show>
      </Show>
    </ConsultationFrame>
  );
};

const load = async (loading: Pick<Posting, 'api' | 'params' | 'locale' | 'url'>): Promise<Data | null> => {
  const desk = await loadConsultationDesk(loading);
  if (!desk) return null;
  const param = { con: desk.consultation.id };
  return { desk, asking: await answer(loading.api.consultations[':con'].addressees.$get({ param })) };
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale, url } = posting;
  const con = idIn('consultation', params);
  const addressees = api.consultations[':con'].addressees;
  const kind = textOf(form, 'form');
  const adr = textOf(form, 'addressee') as AddresseeId;
  if (kind === 'end') {
    await answer(addressees[':adr'].$delete({ param: { con, adr } }));
    return { redirect: withDone(url.pathname, 'saved') };
  }
  const around = await load(posting);
  if (!around) return { problem: { code: 'not-found', errors: [] } };
  if (kind === 'renew') {
    const made = await answer(addressees[':adr'].link.$post({ param: { con, adr } }));
    return { data: { ...around, made } satisfies Data };
  }
  const [email, wanted, document] = [textOf(form, 'email').trim(), textOf(form, 'locale'), textOf(form, 'document')];
  const made = await answer(
    addressees.$post({
      param: { con },
      json: {
        name: textOf(form, 'name'),
        locale: isLocale(wanted) ? wanted : locale,
        due: textOf(form, 'due'),
        document:
          (around.asking.documents.find(({ id }) => id === document) ?? around.asking.documents[0])?.id ?? 'doc_',
        points: allOf(form, 'points') as PassageId[],
        ...(email && { email }),
      },
    }),
  );
  return { data: { ...around, made } satisfies Data };
};

/** Who is asked to answer, and how far they are. */
export default definePage<Data>({
  cache: 'private',
  load,
  head: (_, { t }) => ({ title: t('desk.room.answers') }),
  place: ({ desk }) => desk.place,
  post,
  View: AskingPage,
});
