import { For, Show } from 'solid-js';
import { dayOf } from '#shared/time.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';

type Data = { desk: PlaceDesk; from: string; until: string; batches: number };

const StatementsPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { desk, from, until, batches } = props.data;
  const file = (batch: number) =>
    `/api/places/${desk.place.slug}/statements?from=${from}&until=${until}&batch=${batch}`;
  return (
    <PlaceFrame desk={desk} title={t('desk.room.statements')}>
      <p>{t('transparency.export.lead')}</p>
      <form method="get" class="stack">
        <Field name="from" type="date" label={t('transparency.export.from')} value={from} />
        <Field name="until" type="date" label={t('transparency.export.until')} value={until} />
        <Button>{t('transparency.export.show')}</Button>
      </form>
      <Show when={batches > 0} fallback={<p>{t('transparency.export.none')}</p>}>
        <Notice kind="careful" title={t('transparency.export.careful')}>
          <p>{t('transparency.export.careful-what')}</p>
        </Notice>
        <ol>
          <For each={Array.from({ length: batches }, (_, i) => i + 1)}>
            {(batch) => (
              <li>
                <a href={file(batch)} download="">
                  {t('transparency.export.batch', { number: String(batch) })}
                </a>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </PlaceFrame>
  );
};

const DAY_OF = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const dayAsked = (url: URL, name: string, otherwise: string): string => {
  const asked = url.searchParams.get(name) ?? '';
  return DAY_OF.test(asked) ? asked : otherwise;
};

/** Statements of reasons to hand to the EU, file by file. */
export default definePage<Data>({
  cache: 'private',
  load: async (asking) => {
    const desk = await loadPlaceDesk(asking);
    if (!desk) return null;
    const today = dayOf(asking.now);
    const from = dayAsked(asking.url, 'from', `${today.slice(0, 8)}01`);
    const until = dayAsked(asking.url, 'until', today);
    const { slug } = desk.place;
    const response = await asking.api.places[':slug'].statements.$get({ param: { slug }, query: { from, until } });
    await answer(Promise.resolve(response));
    return { desk, from, until, batches: Number(response.headers.get('X-Batches')) };
  },
  head: (_, { t }) => ({ title: t('desk.room.statements') }),
  place: ({ desk }) => desk.place,
  View: StatementsPage,
});
