import { PHASES, type Stage } from '#shared/consultations/phases.ts';
import { instantAt, type LocalTime } from '#shared/local-time.ts';
import type { FieldError } from '#shared/problems.ts';
import type { Instant } from '#shared/time.ts';
import { answer } from '#web/api.ts';
import { withDone, type Done } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { nextRoom } from './next-room.ts';

/** One row as it was sent. */
type Row = { i: number; phase: string; local: LocalTime };

const rowsIn = (form: FormData): Row[] => {
  const rows: Row[] = [];
  for (let i = 0; form.has(`day.${i}`); i++) {
    const local = `${textOf(form, `day.${i}`)}T${textOf(form, `time.${i}`)}`;
    if (local !== 'T') rows.push({ i, phase: textOf(form, `phase.${i}`), local });
  }
  return rows;
};

type ReadRow = Row & { at: Instant; clock: boolean };

/** The rows on the clock of the place; what no clock shows is an error of its field. */
const read = (rows: readonly Row[], zone: string): { rows: ReadRow[]; errors: FieldError[] } => {
  const found = rows.map((row) => ({ row, moment: instantAt(row.local, zone) }));
  return {
    rows: found.flatMap(({ row, moment }) => (moment ? [{ ...row, at: moment.at, clock: 'clock' in moment }] : [])),
    errors: found.flatMap(({ row, moment }) =>
      moment ? [] : [{ pointer: `/day/${row.i}`, code: 'not-a-day' as const }],
    ),
  };
};

const stagesIn = (rows: readonly ReadRow[]): Stage[] =>
  rows.flatMap((row) => {
    const phase = PHASES.find((one) => one === row.phase);
    return phase ? [{ phase, from: row.at }] : [];
  });

const reasonIn = (form: FormData) => {
  const reason = textsOf(form, 'reason');
  return Object.keys(reason).length > 0 ? { reason } : {};
};

const save = async ({ api, form, params }: Posting, rows: readonly ReadRow[]): Promise<Done> => {
  const param = { con: idIn('consultation', params) };
  const version = Number(textOf(form, 'version'));
  const reason = reasonIn(form);
  if (textOf(form, 'form') === 'closing') {
    const json = { version, at: rows[0]?.at ?? '', reason: reason.reason ?? {} };
    await answer(api.consultations[':con'].closing.$post({ param, json }));
    return 'change-published';
  }
  const opensAtOnce = textOf(form, 'opensAtOnce') === 'yes';
  const stages = stagesIn(rows).slice(opensAtOnce && rows[0]?.phase === 'suggesting' ? 1 : 0);
  const resultDates = rows.filter(({ phase }) => phase === 'result').map(({ at }) => at);
  const json = { version, stages, resultDates, opensAtOnce, ...reason };
  await answer(api.consultations[':con'].dates.$put({ param, json }));
  return 'reason' in reason ? 'change-published' : 'draft-saved';
};

export const postDates = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, locale, params, url } = posting;
  const sent = rowsIn(form);
  if (sent.length === 0 && textOf(form, 'form') === 'closing') sent.push({ i: 0, phase: '', local: '' });
  const { rows, errors } = read(sent, textOf(form, 'zone'));
  if (errors.length > 0) return { problem: { code: 'invalid-request', errors } };
  const done = await save(posting, rows);
  const changed = rows.filter(({ clock }) => clock).map(({ local }) => `clock=${local}`);
  if (changed.length > 0) return { redirect: withDone(`${url.pathname}?${changed.join('&')}`, done) };
  if (done === 'change-published') return { redirect: withDone(url.pathname, done) };
  const id = idIn('consultation', params);
  const gaps = await answer(api.consultations[':con'].needs.$get({ param: { con: id } }));
  return { redirect: withDone(`/${locale}${nextRoom(gaps, 'dates', { id })}`, done) };
};
