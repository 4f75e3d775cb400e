import { useI18n } from '#web/messages/i18n.ts';
import { SureBar } from '#web/ui/sure-bar/sure-bar.tsx';
import { surenessOf, type Range } from './certainty.ts';
import type { Shown } from './sections.ts';

type Claimed = Pick<Shown, 'reason' | 'agree' | 'disagree' | 'groups'>;
type Of = 'agree' | 'disagree' | 'group' | 'gap';

/** What a row is sure or unsure about: what its list claims. */
const claimOf = ({ reason, agree, disagree, groups }: Claimed): { of: Of; range: Range; group: string } => {
  if (reason?.list === 'shared' && reason.direction === 'disagree')
    return { of: 'disagree', range: disagree, group: '' };
  const strong = reason?.list === 'needed' ? groups[reason.group] : undefined;
  if (reason?.list === 'needed' && strong) return { of: 'group', range: strong, group: reason.group };
  if (reason?.list === 'divides' && reason.for.length > 0) {
    const { gap, low } = reason;
    return { of: 'gap', range: { low, share: gap, high: Math.min(1, 2 * gap - low) }, group: '' };
  }
  return { of: 'agree', range: agree, group: '' };
};

/** How sure we are of what the row claims: in words, as a band, and as two numbers. */
export const HowSure = (props: { row: Claimed }) => {
  const { t } = useI18n();
  const claim = () => claimOf(props.row);
  return (
    <div class="result-certainty">
      <p>
        <strong>{t(`opinion.${surenessOf(claim().range)}`)}</strong>{' '}
        {t(`opinion.of.${claim().of}`, { group: claim().group })}
      </p>
      <SureBar low={claim().range.low} share={claim().range.share} high={claim().range.high} />
    </div>
  );
};
