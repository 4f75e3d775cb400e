import { For, Show } from 'solid-js';
import type { ProgressView } from '#shared/progress/schema.ts';
import { LANGUAGES, isLanguage } from '#shared/locales.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Chart } from './chart.tsx';

type Turnout = NonNullable<ProgressView['turnout']>;
type Table = Turnout['votes'];

/** A number, or that it is hidden. */
const Count = (props: { count: number | null }) => {
  const { t, number } = useI18n();
  return <>{props.count === null ? t('progress.hidden') : number(props.count)}</>;
};

const Rows = (props: { title: string; table: Table; name: (key: string) => string }) => {
  const { t } = useI18n();
  const cells = () => (props.table.cells ?? []).filter(({ key, count }) => key !== 'others' || count !== 0);
  return (
    <Show when={props.table.cells} fallback={<p class="hint">{t('progress.too-few')}</p>}>
      <div class="scroll-sideways" tabindex="0" role="group" aria-label={props.title}>
        <table class="results-table">
          <caption>{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{props.title}</th>
              <th scope="col" class="number">
                {t('progress.how-many')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={cells()}>
              {({ key, count }) => (
                <tr>
                  <th scope="row">{props.name(key)}</th>
                  <td class="number">
                    <Count count={count} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
};

const Days = (props: { turnout: Turnout }) => {
  const { t, day, number } = useI18n();
  const title = () => t(props.turnout.span === 'day' ? 'progress.by-day' : 'progress.by-week');
  const named = (key: string): string => {
    const name = day(`${key}T12:00:00.000Z`, 'UTC');
    return props.turnout.span === 'day' ? name : `${t('progress.week-of')} ${name}`;
  };
  const joinedOn = (key: string) => props.turnout.joined.cells?.find((cell) => cell.key === key)?.count ?? null;
  return (
    <Show when={props.turnout.votes.cells} fallback={<p class="hint">{t('progress.too-few')}</p>}>
      {(cells) => (
        <>
          <Chart table={props.turnout.votes} span={props.turnout.span} />
          <Details summary={title()}>
            <div class="scroll-sideways" tabindex="0" role="group" aria-label={title()}>
              <table class="results-table">
                <caption>{title()}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('progress.day')}</th>
                    <th scope="col" class="number">
                      {t('progress.joined')}
                    </th>
                    <th scope="col" class="number">
                      {t('progress.votes')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={cells()}>
                    {({ key, count }) => (
                      <tr>
                        <th scope="row">{named(key)}</th>
                        <td class="number">{props.turnout.joined.cells ? <Count count={joinedOn(key)} /> : '–'}</td>
                        <td class="number">{count === null ? t('progress.hidden') : number(count)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Details>
        </>
      )}
    </Show>
  );
};

const DOORS = ['open', 'handed', 'proved', 'imported', 'others'] as const;

/** Who took part, in figures that give nobody away. */
export const TurnoutFigures = (props: { turnout: Turnout; words: ProgressView['words']; zone: string }) => {
  const { t, number } = useI18n();
  const language = (key: string): string => (isLanguage(key) ? LANGUAGES[key] : t('progress.others'));
  const door = (key: string): string => t(`progress.door-name.${DOORS.find((one) => one === key) ?? 'others'}`);
  return (
    <>
      <p>
        {t('progress.as-of')} <Time at={props.turnout.at} zone={props.zone} />. {t('progress.as-of-why')}
      </p>
      <dl class="key-figures">
        <For
          each={
            [
              ['joined', props.turnout.joined.total],
              ['voted', props.turnout.doors.total],
              ['votes', props.turnout.votes.total],
              ['helped', props.turnout.helped],
            ] as const
          }
        >
          {([name, count]) => (
            <div>
              <dt>{t(`progress.${name}`)}</dt>
              <dd>
                <Count count={count} />
              </dd>
            </div>
          )}
        </For>
        <div>
          <dt>{t('progress.words')}</dt>
          <dd>{number(props.words.total)}</dd>
        </div>
      </dl>
      <Days turnout={props.turnout} />
      <div class="two-columns">
        <Rows title={t('progress.door')} table={props.turnout.doors} name={door} />
        <Rows title={t('progress.language')} table={props.turnout.languages} name={language} />
      </div>
      <p class="hint">{t('progress.hidden-why')}</p>
    </>
  );
};
