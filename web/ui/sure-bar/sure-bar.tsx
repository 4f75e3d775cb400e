import { useI18n } from '#web/messages/i18n.ts';

/** All three between 0 and 1. */
type SureBarProps = { low: number; share: number; high: number };

const percent = (share: number): number => Math.round(share * 100);
const MARK = 0.8;

/** A share with the range in which the true share very probably lies: the shorter the band, the surer we are. */
export const SureBar = (props: SureBarProps) => {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <div class="sure-bar">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="sure-ground" x="0" y="3" width="100" height="2" />
        <rect class="sure-half" x="49.85" y="0" width="0.3" height="8" />
        <rect class="sure-range" x={props.low * 100} y="1" width={(props.high - props.low) * 100} height="6" />
        <rect class="sure-mark" x={props.share * 100 - MARK / 2} y="0" width={MARK} height="8" />
      </svg>
      <p>{t('shares.sure-range', { low: i18n.number(percent(props.low)), high: i18n.number(percent(props.high)) })}</p>
    </div>
  );
};
