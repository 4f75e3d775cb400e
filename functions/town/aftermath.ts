import { askAddressee } from '../answers/asking.ts';
import { writeAnswer } from '../answers/answering.ts';
import { changeMeasure, planMeasure } from '../measures/planning.ts';
import { requireActor } from '../participants/actor.ts';
import { openSession, signOut } from '../participants/service.ts';
import { whoIs } from '../participants/sessions.ts';
import { beginDraft, citePassage, noteDraft, reworkPassage } from '../versions/drafting.ts';
import { publishVersion } from '../versions/publishing.ts';
import { milliseconds } from '#shared/time.ts';
import type { Scene, Setting } from './scene.ts';
import type { TownAftermath } from './shape.ts';

/** Each language's words as a form would send them. */
const given = (texts: TownAftermath['note']) =>
  Object.fromEntries(Object.entries(texts).map(([language, { text }]) => [language, text]));

/**
 * What came after the vote: a version that says where it comes from, an office that answers some points in time and
 * leaves one, and the measures that follow.
 */
export const liveThroughAftermath = async (
  scene: Scene,
  { answeredBy, ...town }: TownAftermath,
  { coordinator, dayToInstant }: Setting,
): Promise<void> => {
  const { past, consultation, passages, written } = scene;
  const dayOf = (day: number): string => dayToInstant(day).slice(0, 'yyyy-mm-dd'.length);
  const at = (day: number): void => past.setClock(milliseconds(dayToInstant(day)));
  const passage = (position: number) => {
    const found = passages[position - 1];
    if (!found) throw new Error(`There is no passage ${position}.`);
    return found;
  };
  at(town.published);
  const [con, doc] = [consultation.id, passage(1).document];
  const actor = requireActor(await whoIs(past.world, await openSession(past.world, coordinator)));
  await beginDraft(scene.drawn, actor, con, doc);
  for (const { part, suggestions, words } of town.cites) {
    const contributions = suggestions.flatMap((key) => written.get(key) ?? []);
    const here = [con, doc, passage(part).id] as const;
    await citePassage(past.world, actor, [...here], { contributions, version: 0 });
    if (!words) continue;
    const { heading, text, summary } = { ...passage(part), ...words };
    await reworkPassage(past.world, actor, [...here], {
      heading: given(heading),
      text: given(text),
      summary: given(summary),
      version: 1,
    });
  }
  await noteDraft(past.world, actor, con, doc, { note: given(town.note), shared: false, version: 1 });
  await publishVersion(past.world, actor, con, doc, { version: 2, leftOut: town.leftOut });
  // Whoever knows the seed must not know the link.
  const { link } = await askAddressee(past.world, actor, con, {
    name: answeredBy,
    locale: 'it',
    document: doc,
    points: passages.map(({ id }) => id),
    due: dayOf(town.due),
  });
  const token = link.split('/').at(-1) ?? '';
  for (const { part, day, why, when, ...answer } of town.answers) {
    at(day);
    await writeAnswer(past.world, token, passage(part).id, {
      ...answer,
      why: given(why),
      ...(when !== undefined && { when: dayOf(when) }),
      give: true,
      version: 0,
    });
  }
  for (const { part, day, deadline, title, indicator, target, owner, goes } of town.measures) {
    at(day);
    const measure = {
      title: given(title),
      owner,
      deadline: dayOf(deadline),
      indicator: given(indicator),
      target: given(target),
    };
    const { id } = await planMeasure(scene.drawn, actor, con, { ...measure, passage: passage(part).id });
    at(goes.day);
    const change = { ...measure, state: goes.state, note: given(goes.note), version: 1 };
    await changeMeasure(past.world, actor, con, id, change);
  }
  await signOut(past.world, actor);
};
