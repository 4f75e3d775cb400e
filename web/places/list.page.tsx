import { For, Show } from 'solid-js';
import type { PlaceBrief } from '#shared/consultations/views.ts';
import { answer } from '#web/api.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';

const ListPage = (props: { data: PlaceBrief[] }) => {
  const { t, locale } = useI18n();
  return (
    <>
      <h1>{t('places.list-title')}</h1>
      <p class="lead">{t('places.what-it-is')}</p>
      <h2>{t('places.choose')}</h2>
      <Show when={props.data.length > 0} fallback={<p>{t('places.none')}</p>}>
        <ul role="list" class="two-columns">
          <For each={props.data}>
            {(place) => (
              <li>
                <Card>
                  <h3 class="card-heading">
                    <a href={`/${locale}/p/${place.slug}`}>
                      <Wording texts={place.name} />
                    </a>
                  </h3>
                </Card>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
};

export default definePage<PlaceBrief[]>({
  cache: 'public',
  load: ({ api }) => answer(api.places.$get()),
  head: (_, { t }) => ({ title: t('places.list-title'), description: t('places.what-it-is') }),
  View: ListPage,
});
