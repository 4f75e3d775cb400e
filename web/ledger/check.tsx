import { useI18n } from '#web/messages/i18n.ts';

/** The way for whoever trusts nobody here: the whole ledger, and the command that checks it elsewhere. */
export const Check = (props: { slug: string }) => {
  const { t } = useI18n();
  const ledger = () => `/api/places/${props.slug}/ledger`;
  return (
    <section class="stack stack-tight" aria-labelledby="check">
      <h2 id="check">{t('ledger.check.title')}</h2>
      <p>{t('ledger.check.what')}</p>
      <p>
        <code dir="ltr">{`npm run verify-ledger -- ledger-${props.slug}.json`}</code>
      </p>
      <p class="row">
        <a href={`${ledger()}/file`} download="">
          {t('ledger.check.file')}
        </a>
        <a href={`${ledger()}/roots`} download={`seals-${props.slug}.json`}>
          {t('ledger.check.seals')}
        </a>
      </p>
    </section>
  );
};
