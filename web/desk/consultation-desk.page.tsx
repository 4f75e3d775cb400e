import { For, Show } from 'solid-js';
import type { Gap } from '#shared/consultations/publishing.ts';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { GapList } from '#web/consultations/gap-list.tsx';
import { PublishPart } from '#web/consultations/publish-part.tsx';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { ConsultationFrame } from './desk-frame.tsx';
import { loadWholeConsultation, type ConsultationDesk } from './load.ts';
import { RoomList } from './room-list.tsx';
import { consultationRoom, groupsFor, placeRoom, type RoomName } from './rooms.ts';
import { StandingLine } from './standing-line.tsx';

type Data = { desk: ConsultationDesk; isDraft: boolean; gaps: Gap[] };

const ConsultationDeskPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const desk = () => props.data.desk;
  const roomsOf = (names: readonly RoomName[]) =>
    names.map((name) => ({ name, href: `/${locale}${consultationRoom(desk().consultation.id, name)}` }));
  return (
    <ConsultationFrame desk={desk()} title={t('desk.title')}>
      <StandingLine isDraft={props.data.isDraft} standing={desk().consultation.standing} zone={desk().place.timeZone} />
      <p class="row">
        <a href={`/${locale}/c/${desk().consultation.id}`}>
          {t('desk.as-resident')} <Wording texts={desk().consultation.title} />
        </a>
        <Show when={!props.data.isDraft && mayDo('hand-cards', desk().roles).allowed}>
          <a href={`/${locale}${placeRoom(desk().place.slug, 'cards')}`}>{t('desk.room.cards')}</a>
        </Show>
      </p>
      <Show when={props.data.isDraft && mayDo('prepare-consultation', desk().roles).allowed}>
        <PublishPart
          id={desk().consultation.id}
          slug={desk().place.slug}
          version={desk().consultation.version}
          gaps={props.data.gaps}
        />
      </Show>
      <Show when={!props.data.isDraft && props.data.gaps.length > 0}>
        <p>{t('consulting.still')}</p>
        <GapList gaps={props.data.gaps} id={desk().consultation.id} slug={desk().place.slug} />
      </Show>
      <For each={groupsFor(desk().roles)}>
        {({ group, names }) => (
          <RoomList id={`rooms-${group}`} title={t(`desk.room-group.${group}`)} rooms={roomsOf(names)} />
        )}
      </For>
    </ConsultationFrame>
  );
};

const post = async ({ api, form, locale, params, url }: Posting): Promise<PostAnswer> => {
  const param = { con: idIn('consultation', params) };
  const version = Number(textOf(form, 'version'));
  if (textOf(form, 'form') === 'delete') {
    const { placeBrief } = await answer(api.consultations[':con'].$get({ param }));
    await answer(api.consultations[':con'].$delete({ param, query: { version: String(version) } }));
    return { redirect: withDone(`/${locale}/p/${placeBrief.slug}/desk`, 'draft-deleted') };
  }
  const is = (name: string): boolean => textOf(form, name) === 'yes';
  const json = { version, withoutText: is('withoutText'), withoutTranslations: is('withoutTranslations') };
  await answer(api.consultations[':con'].publication.$post({ param, json }));
  return { redirect: withDone(url.pathname, 'published') };
};

export default definePage<Data>({
  cache: 'private',
  async load(asking) {
    const found = await loadWholeConsultation(asking);
    if (!found) return null;
    const { desk, consultation } = found;
    const param = { con: consultation.id };
    const gaps = await answer(asking.api.consultations[':con'].needs.$get({ param }));
    return { desk, isDraft: consultation.draft !== undefined, gaps };
  },
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.title')}: ${readingOf(desk.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: ConsultationDeskPage,
});
