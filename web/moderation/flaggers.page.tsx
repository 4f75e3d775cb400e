import { For, Show } from 'solid-js';
import { flaggerPage } from '#shared/moderation/addresses.ts';
import { daysLaterIn, instantAt } from '#shared/local-time.ts';
import type { Flagger, FlaggerId } from '#shared/moderation/flaggers.ts';
import { later } from '#shared/time.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { placeRoom } from '#web/desk/rooms.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type Loading, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';

type Data = {
  desk: PlaceDesk;
  flaggers: Flagger[];
  /** Shown this once. */
  link?: string;
  /** Named once more: it gets a new time and a new link. */
  again?: string;
};

const Appoint = (props: { again: string | undefined }) => {
  const { t } = useI18n();
  const form = useForm('appoint');
  const field = (name: string) => ({ name, id: form.id(name), value: form.word(name), error: form.error(name) });
  return (
    <section class="stack narrow" aria-labelledby="appoint">
      <h2 id="appoint">{t('cases.flaggers.appoint')}</h2>
      <PostForm class="stack" labelledBy="appoint">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="appoint" />
        <Field
          {...field('organisation')}
          value={form.word('organisation') ?? props.again}
          label={t('cases.flaggers.organisation')}
          hint={t('cases.flaggers.organisation-hint')}
        />
        <Field {...field('from')} type="date" label={t('cases.flaggers.from')} />
        <Field {...field('until')} type="date" label={t('cases.flaggers.until')} />
        <p>
          <Button>{t('cases.flaggers.do')}</Button>
        </p>
      </PostForm>
    </section>
  );
};

const One = (props: { flagger: Flagger; zone: string }) => {
  const { t } = useI18n();
  const { now } = useVisit().current;
  const stand = () => {
    if (props.flagger.ended) return 'ended';
    if (now < props.flagger.from) return 'later';
    return now < props.flagger.until ? 'now' : 'over';
  };
  return (
    <li class="stack stack-tight">
      <p>
        <strong>
          <bdi>{props.flagger.organisation}</bdi>
        </strong>{' '}
        · {t(`cases.flaggers.stand.${stand()}`)}
      </p>
      <p class="hint">
        <Time at={props.flagger.from} zone={props.zone} day /> –{' '}
        <Time at={props.flagger.ended ?? props.flagger.until} zone={props.zone} day />
      </p>
      <p>
        <a href={`?${new URLSearchParams({ again: props.flagger.id })}#appoint`}>{t('cases.flaggers.again')}</a>
      </p>
      <Show when={stand() === 'now' || stand() === 'later'}>
        <Confirm ask={t('cases.flaggers.end')}>
          <PostForm class="stack stack-tight">
            <input type="hidden" name="form" value="end" />
            <input type="hidden" name="flagger" value={props.flagger.id} />
            <p>{t('cases.flaggers.end-what')}</p>
            <p>
              <Button look="stop">{t('cases.flaggers.end-yes')}</Button>
            </p>
          </PostForm>
        </Confirm>
      </Show>
    </li>
  );
};

const FlaggersPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { place } = props.data.desk;
  return (
    <PlaceFrame desk={props.data.desk} title={t('desk.room.flaggers')}>
      <Show
        when={!props.data.link}
        fallback={
          <Notice kind="good" title={t('cases.flaggers.link')}>
            <p>{t('cases.flaggers.link-what')}</p>
            <p class="invite-link" dir="ltr">
              {props.data.link}
            </p>
            <LinkButton href={`/${locale}${placeRoom(place.slug, 'flaggers')}`}>
              {t('cases.flaggers.link-kept')}
            </LinkButton>
          </Notice>
        }
      >
        <p class="lead">{t('cases.flaggers.what')}</p>
        <ul role="list" class="lines">
          <For each={props.data.flaggers} fallback={<li>{t('cases.flaggers.none')}</li>}>
            {(flagger) => <One flagger={flagger} zone={place.timeZone} />}
          </For>
        </ul>
        <Appoint again={props.data.again} />
      </Show>
    </PlaceFrame>
  );
};

const load = async (asking: Pick<Loading, 'api' | 'params' | 'locale' | 'url'>): Promise<Data | null> => {
  const desk = await loadPlaceDesk(asking);
  if (!desk) return null;
  const flaggers = await answer(asking.api.places[':slug'].flaggers.$get({ param: { slug: desk.place.slug } }));
  const again = flaggers.find(({ id }) => id === asking.url.searchParams.get('again'))?.organisation;
  return { desk, flaggers, ...(again !== undefined && { again }) };
};

/** The beginning of a day in a place, and the end of one: whoever is trusted until Friday is so all of Friday. */
const beginning = (day: string, zone: string): string => instantAt(`${day}T00:00`, zone)?.at ?? day;
const end = (day: string, zone: string): string => {
  const at = instantAt(`${day}T00:00`, zone)?.at;
  return at ? later(daysLaterIn(zone, at, 1), -1) : day;
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale, url } = posting;
  const slug = params['slug'] ?? '';
  if (textOf(form, 'form') === 'end') {
    const param = { slug, flg: textOf(form, 'flagger') as FlaggerId };
    await answer(api.places[':slug'].flaggers[':flg'].$delete({ param }));
    return { redirect: withDone(url.pathname, 'saved') };
  }
  const zone = (await loadPlaceDesk(posting))?.place.timeZone ?? 'UTC';
  const json = {
    organisation: textOf(form, 'organisation'),
    from: beginning(textOf(form, 'from'), zone),
    until: end(textOf(form, 'until'), zone),
  };
  const { token } = await answer(api.places[':slug'].flaggers.$post({ param: { slug }, json }));
  return { data: { ...(await load(posting)), link: new URL(`/${locale}${flaggerPage(slug, token)}`, url).href } };
};

/** Organisations whose notices go first (DSA Art. 22), for coordinators. */
export default definePage<Data>({
  cache: 'private',
  load,
  head: (_, { t }) => ({ title: t('desk.room.flaggers') }),
  place: ({ desk }) => desk.place,
  post,
  View: FlaggersPage,
});
