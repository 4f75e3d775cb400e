import type { ConsultationView, PlaceBrief } from '#shared/consultations/views.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { answer, answerOr } from '#web/api.ts';
import { idIn } from '#web/ids.ts';
import { Elsewhere, type Loading } from '#web/page.ts';
import { signInAt } from '#web/passkeys/way-back.ts';

/** What surrounds every room of a place's desk. */
export type PlaceDesk = { place: PlaceBrief; roles: Role[] };
/** What surrounds every room of a consultation's desk. */
export type ConsultationDesk = PlaceDesk & {
  consultation: Pick<ConsultationView, 'id' | 'title' | 'languages' | 'standing' | 'version'>;
};

type Asking = Pick<Loading, 'api' | 'params' | 'locale' | 'url'>;

const signIn = (locale: string, url: URL): Elsewhere => new Elsewhere(signInAt(locale, url.pathname + url.search));

/** Nobody signed in, or somebody in office who came by her card: a passkey would show her more. */
const mightSignIn = ({ signedIn, office }: Pick<Me, 'signedIn' | 'office'>): boolean =>
  !signedIn || office === 'locked';

/** Her roles in a place. Whoever might sign in is asked to and comes back; others find that there is no such page. */
const rolesIn = async ({ api, locale, url }: Asking, place: PlaceId): Promise<Role[] | null> => {
  const me = await answer(api.me.$get());
  const roles = me.roles.find((held) => held.place === place)?.roles ?? [];
  if (roles.length > 0) return roles;
  if (mightSignIn(me)) throw signIn(locale, url);
  return null;
};

export const loadPlaceDesk = async (asking: Asking): Promise<PlaceDesk | null> => {
  const { id, slug, kind, parent, name, languages, timeZone, look } = await answer(
    asking.api.places[':slug'].$get({ param: { slug: asking.params['slug'] ?? '' } }),
  );
  const roles = await rolesIn(asking, id);
  const place = { id, slug, kind, name, languages, timeZone, ...(parent ? { parent } : {}), ...(look ? { look } : {}) };
  return roles && { place, roles };
};

/** Whoever is not signed in does not see a draft: she is asked to sign in, as for every room. */
const consultationAt = async ({ api, params, locale, url }: Asking): Promise<ConsultationView> => {
  const param = { con: idIn('consultation', params) };
  const found = await answerOr(api.consultations[':con'].$get({ param }), 'not-found');
  if (found.value) return found.value;
  const me = await answer(api.me.$get());
  if (mightSignIn(me)) throw signIn(locale, url);
  return answer(api.consultations[':con'].$get({ param }));
};

/** The same with all of the consultation, for the rooms where it is set up. */
export const loadWholeConsultation = async (
  asking: Asking,
): Promise<{ desk: ConsultationDesk; consultation: ConsultationView } | null> => {
  const consultation = await consultationAt(asking);
  const { id, title, languages, standing, version, place, placeBrief } = consultation;
  const roles = await rolesIn(asking, place);
  const brief = { id, title, languages, standing, version };
  return roles && { desk: { consultation: brief, place: placeBrief, roles }, consultation };
};

export const loadConsultationDesk = async (asking: Asking): Promise<ConsultationDesk | null> =>
  (await loadWholeConsultation(asking))?.desk ?? null;
