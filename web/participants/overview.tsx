import { For, Show } from 'solid-js';
import { versionName } from '#shared/versions/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { OwnCases } from '#web/moderation/own-cases.tsx';
import { OwnNotices } from '#web/moderation/own-notices.tsx';
import { Suspended } from '#web/moderation/suspended.tsx';
import { Devices } from './devices.tsx';
import { Leaving } from './leaving.tsx';
import { ReadingLanguages } from './reading-languages.tsx';
import type { Overview, Summary } from './load.ts';
import { OwnOffice } from './own-office.tsx';
import { PageProblem } from './page-problem.tsx';

const PartCard = (props: { part: Summary }) => {
  const { t, locale } = useI18n();
  const id = () => `part-${props.part.consultation.id}`;
  return (
    <Card labelledBy={id()}>
      <h3 class="card-heading" id={id()}>
        <a href={`/${locale}/c/${props.part.consultation.id}`}>
          <Wording texts={props.part.consultation.title} />
        </a>
      </h3>
      <p>
        {t('participants.votes', { count: props.part.votes })} {t('participants.words', { count: props.part.words })}
      </p>
      <Show when={props.part.inVersion}>
        {(version) => (
          <p class="taken-up">
            <strong>{t('participants.in-version', { name: versionName(version()) })}</strong>
          </p>
        )}
      </Show>
      <p>
        <LinkButton href={`/${locale}/me?con=${props.part.consultation.id}`} look="plain">
          {t('participants.look-and-change')}
        </LinkButton>
      </p>
    </Card>
  );
};

/** The card: what it is for, and the way to one. */
const OwnCard = (props: { hasCard: boolean }) => {
  const { t, locale } = useI18n();
  return (
    <Notice
      kind={props.hasCard ? 'good' : 'careful'}
      title={t(`participants.${props.hasCard ? 'has-card' : 'no-card'}`)}
    >
      <p>{t(`participants.${props.hasCard ? 'has-card-how' : 'no-card-why'}`)}</p>
      <p>
        <LinkButton href={`/${locale}/me/card`} look={props.hasCard ? 'plain' : 'main'}>
          {t(`participants.${props.hasCard ? 'new-card' : 'make-card'}`)}
        </LinkButton>
      </p>
    </Notice>
  );
};

/** Everything about her in short, and what she can do with it. */
export const OverviewView = (props: { overview: Overview }) => {
  const { t } = useI18n();
  const zone = () => props.overview.parts[0]?.consultation.placeBrief.timeZone ?? 'UTC';
  return (
    <>
      <PageProblem />
      <h1>{t('participants.title')}</h1>
      <OwnOffice office={props.overview.office} urged={props.overview.urged} />
      <Show when={props.overview.office !== 'open'}>
        <OwnCard hasCard={props.overview.hasCard} />
      </Show>
      <Suspended suspensions={props.overview.suspensions} />
      <OwnCases cases={props.overview.decisions} zone={zone()} />
      <h2>{t('participants.where')}</h2>
      <Show when={props.overview.parts.length > 0} fallback={<p>{t('participants.nowhere')}</p>}>
        <div class="two-columns">
          <For each={props.overview.parts}>{(part) => <PartCard part={part} />}</For>
        </div>
      </Show>
      <OwnNotices notices={props.overview.notices} zone={zone()} />
      <h2 id="settings">{t('participants.languages')}</h2>
      <ReadingLanguages reads={props.overview.reads} />
      <h2>{t('participants.devices')}</h2>
      <Devices
        sessions={props.overview.sessions}
        hasWayBack={props.overview.hasCard || props.overview.office === 'open'}
      />
      <h2>{t('participants.data')}</h2>
      <p>{t('participants.data-what')}</p>
      <p>
        <LinkButton href="/api/me/data" download="equal-say-my-data.json" look="plain">
          {t('participants.download')}
        </LinkButton>
      </p>
      <h2>{t('participants.leave')}</h2>
      <Leaving />
    </>
  );
};
