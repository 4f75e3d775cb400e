import { describe, expect, test } from 'vitest';
import { affectedSupport, type AffectedFigure } from '#shared/opinion/affected.ts';
import { packed, type Ballot } from './support/packing.ts';
import { parameters, someItems } from './support/town.ts';

/** Support for one item: `own` people belong to the group, of whom `agree` agree; `others` do not say so. */
function support(of: {
  own: number;
  agree: number;
  others: number;
  released?: AffectedFigure[];
  linked?: boolean;
  weight?: number;
}) {
  const people = of.own + of.others;
  const ballots = Array.from({ length: people }, (_, row): Ballot => [[0, row < of.agree ? 1 : -1]]);
  const packing = packed(ballots, 1, () => (of.linked === true ? { linked: [0] } : {}));
  const belongs = Uint8Array.from({ length: people }, (_, row) => (row < of.own ? 1 : 0));
  const weight = new Float64Array(people).fill(of.weight ?? 1);
  const answers = { groups: ['roma'], belongs: [belongs] };
  return affectedSupport(packing, someItems(1), answers, weight, of.released ?? [], parameters);
}

describe('support among people who say they belong to an affected group', () => {
  test('is given from ten of them and ten others on', () => {
    expect(support({ own: 10, agree: 8, others: 10 })).toMatchObject([
      { group: 'roma', id: 'a000', people: 10, share: 9 / 12 },
    ]);
    expect(support({ own: 9, agree: 8, others: 90 })).toEqual([]);
    expect(support({ own: 90, agree: 8, others: 9 })).toEqual([]);
  });

  test('stays word for word until ten more or ten fewer stand behind it', () => {
    const released = support({ own: 20, agree: 11, others: 50 });
    expect(support({ own: 20, agree: 12, others: 50, released })).toEqual(released);
    expect(support({ own: 21, agree: 12, others: 50, released })).toEqual(released);
    expect(support({ own: 29, agree: 19, others: 50, released })).toEqual(released);
    expect(support({ own: 30, agree: 19, others: 50, released })[0]!.people).toBe(30);
    expect(support({ own: 10, agree: 4, others: 50, released })[0]!.people).toBe(10);
  });

  test('is withdrawn when too few still want it told', () => {
    const released = support({ own: 12, agree: 11, others: 50 });
    expect(support({ own: 9, agree: 9, others: 53, released })).toEqual([]);
  });

  test('does not count votes reached by a link, nor copies of one ballot as a community', () => {
    expect(support({ own: 50, agree: 50, others: 50, linked: true })).toEqual([]);
    expect(support({ own: 50, agree: 50, others: 50, weight: 0.02 })).toEqual([]);
  });
});
