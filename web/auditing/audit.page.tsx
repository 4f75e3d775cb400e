import { untrack } from 'solid-js';
import type { AuditView } from '#shared/opinion/handing.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { askedOf } from '#web/opinion/load.ts';
import type { Asked } from '#web/opinion/sections.ts';
import { definePage } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { FetchForm } from './fetch-form.tsx';

type Data = { consultation: Asked; token: string; view: AuditView };

const AuditPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { consultation, token, view } = untrack(() => props.data);
  const { snapshot } = view;
  const zone = consultation.placeBrief.timeZone;
  return (
    <div class="stack narrow">
      <p class="hint">
        <Wording texts={consultation.placeBrief.name} /> · <Wording texts={consultation.title} />
      </p>
      <h1>{t('auditing.for-you')}</h1>
      <p class="lead">
        <bdi>{view.auditor}</bdi>: <bdi>{view.reason}</bdi>
      </p>
      <p>{t('auditing.what-is-in-it', { count: snapshot.ballots })}</p>
      <p>{t('auditing.keep-it')}</p>
      <FetchForm consultation={consultation.id} token={token}>
        {t('auditing.fetch')}
      </FetchForm>
      <p class="hint">
        {t('auditing.once')} <Time at={view.until} zone={zone} />
      </p>
      <h2>{t('auditing.then')}</h2>
      <p>{t('auditing.then-what')}</p>
      <p>
        <code dir="ltr">
          npm run recount -- {snapshot.id}.audit --published {snapshot.hash}
        </code>
      </p>
      <dl class="facts fingerprints">
        <dt>{t('opinion.check-result')}</dt>
        <dd>
          <code dir="ltr">{snapshot.hash}</code>
        </dd>
        <dt>{t('opinion.check-input')}</dt>
        <dd>
          <code dir="ltr">{snapshot.inputHash}</code>
        </dd>
      </dl>
      <p>
        <a href={`/${locale}/c/${consultation.id}/results`}>{t('auditing.result')}</a>
      </p>
    </div>
  );
};

/** Where somebody named fetches the ballots without names, by a link that works once: no account. */
export default definePage<Data>({
  cache: 'private',
  async load({ api, params }) {
    const con = idIn('consultation', params);
    const token = params['token'] ?? '';
    const [consultation, view] = await Promise.all([
      answer(api.consultations[':con'].$get({ param: { con } })),
      answer(api.consultations[':con']['auditors-file'][':token'].$get({ param: { con, token } })),
    ]);
    return { consultation: askedOf(consultation), token, view };
  },
  head: ({ consultation }, { t, locale }) => ({
    title: `${t('auditing.for-you')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ consultation }) => consultation.placeBrief,
  View: AuditPage,
});
