import { PHASES } from '#shared/consultations/phases.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import { ROLES, SET_UP_PARTS } from '#shared/places/rules.ts';
import type { I18n } from '#web/messages/i18n.ts';

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** A reason stays as it was written; what the platform put before it (roles, a part of the set-up, a phase, a moment) is said in the reader's words. */
export const whyIn = ({ act, why = '' }: LedgerLine, zone: string, i18n: I18n): string => {
  const { t } = i18n;
  const [codes = '', ...rest] = why.split(': ');
  const said = codes.split(', ').map((code) => {
    const role = ROLES.find((one) => one === code);
    if (role) return t(`desk.role.${role}`);
    const part = act === 'change-place' && SET_UP_PARTS.find((one) => one === code);
    if (part) return t(`setup.part.${part}`);
    return code === '–' && act === 'change-staff' ? t('ledger.no-role') : code;
  });
  const phase = act === 'change-phase' ? PHASES.find((one) => codes.startsWith(one)) : undefined;
  const head = phase ? codes.replace(phase, t(`phases.phase.${phase}`)) : said.join(', ');
  return [head, ...rest].join(': ').replaceAll(MOMENT, (at) => i18n.moment(at, zone));
};
