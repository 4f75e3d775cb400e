import { For } from 'solid-js';
import type { PlaceBrief } from '#shared/consultations/views.ts';
import type { Role } from '#shared/places/rules.ts';
import { answer } from '#web/api.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, Elsewhere } from '#web/page.ts';
import { signInAt } from '#web/passkeys/way-back.ts';
import { Wording } from '#web/ui/reading/reading.tsx';

type Data = { offices: { place: PlaceBrief; roles: Role[] }[] };

const DeskPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  return (
    <>
      <h1>{t('desk.title')}</h1>
      <ul role="list" class="two-columns">
        <For each={props.data.offices}>
          {({ place, roles }) => (
            <li class="card stack stack-tight">
              <h2 class="card-title">
                <a href={`/${locale}/p/${place.slug}/desk`}>
                  <Wording texts={place.name} />
                </a>
              </h2>
              <p>{roles.map((role) => t(`desk.role.${role}`)).join(' · ')}</p>
            </li>
          )}
        </For>
      </ul>
    </>
  );
};

/** Everywhere she is in office. With one place only, that place's desk. */
export default definePage<Data>({
  cache: 'private',
  async load({ api, locale }) {
    const [me, places] = await Promise.all([answer(api.me.$get()), answer(api.places.$get())]);
    if (!me.signedIn || me.office === 'locked') throw new Elsewhere(signInAt(locale, `/${locale}/desk`));
    const offices = me.roles.flatMap((held) => {
      const place = places.find(({ id }) => id === held.place);
      return place && held.roles.length > 0 ? [{ place, roles: held.roles }] : [];
    });
    const [only, ...others] = offices;
    if (!only) return null;
    if (others.length === 0) throw new Elsewhere(`/${locale}/p/${only.place.slug}/desk`);
    return { offices };
  },
  head: (_, { t }) => ({ title: t('desk.title') }),
  View: DeskPage,
});
