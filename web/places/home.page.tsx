import { For, Show } from 'solid-js';
import type { Phase } from '#shared/consultations/phases.ts';
import type { PlaceView } from '#shared/consultations/views.ts';
import { readingOf } from '#shared/reading.ts';
import { frameOf, loadPlace, type Frame } from '#web/info/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';
import { ConsultationCard } from './consultation-card.tsx';

const GROUPS = [
  ['open', ['suggesting', 'deliberating']],
  ['coming', ['preparing']],
  ['being-written', ['drafting']],
  ['over', ['answered', 'closed']],
] as const satisfies readonly (readonly [string, readonly Phase[]])[];

type Data = Frame & Pick<PlaceView, 'about' | 'timeZone' | 'consultations'>;

const HomePage = (props: { data: Data }) => {
  const { t } = useI18n();
  const inGroup = (phases: readonly Phase[]) =>
    props.data.consultations.filter(({ standing }) => phases.includes(standing.phase));
  return (
    <>
      <h1>
        <Wording texts={props.data.name} />
      </h1>
      <Reading texts={props.data.about} lead />
      <Show when={props.data.consultations.length > 0} fallback={<p>{t('places.no-consultations')}</p>}>
        <For each={GROUPS}>
          {([name, phases]) => (
            <Show when={inGroup(phases).length > 0}>
              <section class="stack" aria-labelledby={`group-${name}`}>
                <h2 id={`group-${name}`}>{t(`places.group.${name}`)}</h2>
                <ul role="list" class="two-columns">
                  <For each={inGroup(phases)}>
                    {(consultation) => (
                      <li>
                        <ConsultationCard consultation={consultation} timeZone={props.data.timeZone} />
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            </Show>
          )}
        </For>
      </Show>
    </>
  );
};

export default definePage<Data>({
  cache: 'public',
  async load(loading) {
    const place = await loadPlace(loading);
    const { about, timeZone, consultations } = place;
    return { ...frameOf(place), about, timeZone, consultations };
  },
  head({ name, about }, { locale }) {
    const description = readingOf(about, [locale])?.text;
    return { title: readingOf(name, [locale])?.text ?? '', ...(description ? { description } : {}) };
  },
  place: (data) => data,
  View: HomePage,
});
