import { Show } from 'solid-js';
import type { Id } from '#shared/ids.ts';
import { isLocale } from '#shared/locales.ts';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { placeRoom } from '#web/desk/rooms.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { Details } from '#web/ui/details/details.tsx';
import { InviteForm, Invitations, MadeLink } from './invitations.tsx';
import { People } from './people.tsx';
import { RoleList } from './role-list.tsx';
import { rolesIn } from './roles-field.tsx';

type Made = { link: string; mailed: boolean };
type Data = { desk: PlaceDesk; staff: StaffView; /** Shown this once. */ made?: Made };

const StaffPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const mayAppoint = () => mayDo('appoint-staff', props.data.desk.roles).allowed;
  const here = () => `/${locale}${placeRoom(props.data.desk.place.slug, 'staff')}`;
  return (
    <PlaceFrame desk={props.data.desk} title={t('desk.room.staff')}>
      <Show when={!props.data.made} fallback={<MadeLink {...(props.data.made as Made)} back={here()} />}>
        <People people={props.data.staff.people} mayAppoint={mayAppoint()} />
        <Show when={mayAppoint()}>
          <h2>{t('staff.invite-title')}</h2>
          <p>{t('staff.invite-what')}</p>
          <InviteForm />
          <Invitations invitations={props.data.staff.invitations} zone={props.data.desk.place.timeZone} />
        </Show>
        <h2>{t('staff.who-may')}</h2>
        <RoleList people={props.data.staff.people} />
        <Show when={props.data.staff.former.length > 0}>
          <Details summary={t('staff.former')}>
            <p>
              <bdi>{props.data.staff.former.map(({ name }) => name).join(' · ')}</bdi>
            </p>
          </Details>
        </Show>
      </Show>
    </PlaceFrame>
  );
};

const load = async (asking: Parameters<typeof loadPlaceDesk>[0]): Promise<Data | null> => {
  const desk = await loadPlaceDesk(asking);
  if (!desk) return null;
  const param = { slug: desk.place.slug };
  return { desk, staff: await answer(asking.api.places[':slug'].staff.$get({ param })) };
};

const invite = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const [email, wanted] = [textOf(form, 'email').trim(), textOf(form, 'locale')];
  const json = {
    name: textOf(form, 'name'),
    roles: rolesIn(form),
    locale: isLocale(wanted) ? wanted : locale,
    ...(email && { email }),
  };
  const { link } = await answer(api.places[':slug'].invitations.$post({ param: { slug: params['slug'] ?? '' }, json }));
  return { data: { ...(await load(posting)), made: { link, mailed: email !== '' } } };
};

const change = async ({ api, form, params }: Posting, roles: ReturnType<typeof rolesIn>): Promise<void> => {
  const param = { slug: params['slug'] ?? '', prt: textOf(form, 'participant') as Id<'participant'> };
  const json = {
    roles,
    reason: textOf(form, 'reason'),
    version: Number(textOf(form, 'version')),
    // The form that ends an office has no name in it.
    ...(form.has('name') && { name: textOf(form, 'name') }),
  };
  await answer(api.places[':slug'].staff[':prt'].$put({ param, json }));
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, url } = posting;
  const [kind] = textOf(form, 'form').split('-');
  if (kind === 'invite') return invite(posting);
  if (kind === 'withdraw') {
    const param = { slug: params['slug'] ?? '', inv: textOf(form, 'invitation') as Id<'invitation'> };
    await answer(api.places[':slug'].invitations[':inv'].$delete({ param }));
    return { redirect: withDone(url.pathname, 'invitation-withdrawn') };
  }
  const roles = kind === 'end' ? [] : rolesIn(form);
  if (kind === 'roles' && roles.length === 0) {
    return { problem: { code: 'invalid-request', errors: [{ pointer: '/roles', code: 'nothing-chosen' }] } };
  }
  await change(posting, roles);
  return { redirect: withDone(url.pathname, 'staff-changed') };
};

export default definePage<Data>({
  cache: 'private',
  load,
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.staff')}: ${readingOf(desk.place.name, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: StaffPage,
});
