import { For, Show } from 'solid-js';
import { LANGUAGES } from '#shared/locales.ts';
import { SET_UP_ADVICE, SET_UP_GAPS, untranslated } from '#shared/places/gaps.ts';
import { SET_UP_PARTS, type SetUpPart } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { gapAddress } from './gap-address.ts';
import { loadSetUp, type SetUpData } from './load.ts';

/** What is missing before anybody may be asked anything, each with the way to where it is given. */
const CheckList = (props: { data: SetUpData; here: string }) => {
  const { t } = useI18n();
  return (
    <Show when={props.data.setUp.gaps.length > 0} fallback={<Notice kind="good" title={t('setup.nothing-missing')} />}>
      <Notice kind="careful" title={t('setup.missing')}>
        <p>{t('setup.missing-what')}</p>
        <ul>
          <For each={props.data.setUp.gaps}>
            {(gap) => (
              <li>
                <a href={gapAddress(props.here, gap)}>{t(`setup.gap.${gap}`)}</a>
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  );
};

const PartCard = (props: { part: SetUpPart; data: SetUpData; here: string }) => {
  const { t } = useI18n();
  const gaps = () => props.data.setUp.gaps.filter((gap) => SET_UP_GAPS[gap] === props.part);
  const notIn = () =>
    untranslated(props.data.setUp.place)
      .find(({ part }) => part === props.part)
      ?.languages.map((language) => LANGUAGES[language])
      .join(', ');
  return (
    <li class="card stack stack-tight">
      <h3 class="card-title">
        <a href={`${props.here}/${props.part}`}>{t(`setup.part.${props.part}`)}</a>
      </h3>
      <p>{t(`setup.part-what.${props.part}`)}</p>
      <For each={gaps()}>
        {(gap) => (
          <p>
            <strong>
              {t('setup.missing-what')} {t(`setup.gap.${gap}`)}
            </strong>
          </p>
        )}
      </For>
      <Show when={notIn()}>{(languages) => <p class="hint">{t('setup.not-in', { languages: languages() })}</p>}</Show>
    </li>
  );
};

const SetUpPage = (props: { data: SetUpData }) => {
  const { t, locale } = useI18n();
  const here = () => `/${locale}/p/${props.data.desk.place.slug}/desk/set-up`;
  return (
    <PlaceFrame desk={props.data.desk} title={t('setup.title')}>
      <p class="lead">{t('setup.lead')}</p>
      <CheckList data={props.data} here={here()} />
      <Show when={props.data.setUp.advice.length > 0}>
        <Notice title={t('setup.think-of')}>
          <ul>
            <For each={props.data.setUp.advice}>
              {(advice) => (
                <li>
                  <a href={`${here()}/${SET_UP_ADVICE[advice]}`}>{t(`setup.advice.${advice}`)}</a>
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </Show>
      <h2>{t('setup.parts')}</h2>
      <ul role="list" class="two-columns">
        <For each={SET_UP_PARTS.filter((part) => part !== 'triage' || props.data.setUp.triage)}>
          {(part) => <PartCard part={part} data={props.data} here={here()} />}
        </For>
      </ul>
    </PlaceFrame>
  );
};

export default definePage<SetUpData>({
  cache: 'private',
  load: loadSetUp,
  head: ({ desk }, { t, locale }) => ({
    title: `${t('setup.title')}: ${readingOf(desk.place.name, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  View: SetUpPage,
});
