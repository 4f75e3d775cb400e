import { For, Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { pointsOf } from './certainty.ts';
import { GroupMark } from './group-mark.tsx';
import { Groups } from './groups.tsx';
import { BatchesLeftOut } from './left-out.tsx';
import { ListPart } from './list-part.tsx';
import { Provenance } from './provenance.tsx';
import type { Around } from './row.tsx';
import type { Asked, ListName, Sections } from './sections.ts';
import { Weights } from './weights.tsx';
import { WholeTable } from './whole-table.tsx';

type ResultProps = { consultation: Asked; result: Sections };

/** Who stands behind the letters that every row shows, in one line each. */
const GroupsInShort = (props: { result: Sections }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const groups = () => props.result.groups.list;
  const labels = () => groups().map(({ label }) => label);
  return (
    <Show
      when={groups().length > 0}
      fallback={
        <p>
          <strong>{t('opinion.no-groups')}</strong> {t(`opinion.groups-why.${props.result.groups.reason}`)}
        </p>
      }
    >
      <p>
        {t('opinion.groups-found', { count: groups().length })} <a href="#groups">{t('opinion.groups-more')}</a>
      </p>
      <ul role="list" class="groups-in-short">
        <For each={groups()}>
          {(group) => (
            <li>
              <GroupMark label={group.label} labels={labels()} named />{' '}
              {t('opinion.group-size', { people: group.ballots, share: i18n.number(pointsOf(group.share)) })}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

/** What this is, how sure we are of it, and what it is not. */
const Opening = (props: ResultProps) => {
  const { t } = useI18n();
  return (
    <>
      <p class="lead">
        {t('opinion.ballots', { count: props.result.ballots })} {t('opinion.counted-on')}{' '}
        <Time at={props.result.at} zone={props.consultation.placeBrief.timeZone} />.
      </p>
      <p>{t('opinion.who-voted')}</p>
      <p>{t('opinion.how-sure')}</p>
      <Show when={props.result.saysNothing}>
        <Notice kind="careful" title={t('opinion.says-nothing')}>
          <p>{t('opinion.says-nothing-why', props.result.enough)}</p>
        </Notice>
      </Show>
      <Show when={props.result.allByOpenDoor}>
        <Notice title={t('opinion.all-by-open-door')}>
          <p>{t('opinion.all-by-open-door-why')}</p>
        </Notice>
      </Show>
      <GroupsInShort result={props.result} />
      <Details summary={t('opinion.how-to-read')}>
        <p>{t('opinion.how-bars')}</p>
        <p>{t('opinion.how-band')}</p>
        <p>{t('opinion.how-rank')}</p>
        <p>{t('opinion.how-enough', props.result.enough)}</p>
        <Weights weights={props.result.weights} />
      </Details>
    </>
  );
};

/** Lists that are left out where nothing is in them; of the others an empty one is an answer. */
const OPTIONAL: readonly ListName[] = ['passages', 'others', 'too-little', 'linked'];

/** A result: all of it in short, or one list page by page. */
export const Result = (props: ResultProps) => {
  const { t } = useI18n();
  const around = (): Around => ({
    consultation: props.consultation.id,
    groups: props.result.groups.list,
    answers: props.consultation.belonging?.answers ?? [],
  });
  const parts = () =>
    props.result.parts.filter(({ list, total }) => {
      if (props.result.isWhole || total > 0) return true;
      return !OPTIONAL.includes(list) && !props.result.saysNothing;
    });
  const before = () => parts().filter(({ list }) => list !== 'too-little' && list !== 'linked');
  const after = () => parts().filter((part) => !before().includes(part));
  const rows = () => before().flatMap((part) => part.rows);
  return (
    <Show
      when={!props.result.isWhole}
      fallback={
        <>
          <p>
            <a href="?">{t('opinion.back-to-all')}</a>
          </p>
          <For each={parts()}>{(part) => <ListPart part={part} isWhole around={around()} />}</For>
          <Show when={rows().length > 0}>
            <WholeTable rows={rows()} />
          </Show>
        </>
      }
    >
      <Opening consultation={props.consultation} result={props.result} />
      <For each={before()}>{(part) => <ListPart part={part} isWhole={false} around={around()} />}</For>
      <Show when={props.result.ranked > 0}>
        <p>
          <a href="?list=ranked">{t('opinion.all-ranked', { count: props.result.ranked })}</a>
        </p>
      </Show>
      <WholeTable rows={rows()} />
      <Groups result={props.result} consultation={props.consultation.id} />
      <For each={after()}>{(part) => <ListPart part={part} isWhole={false} around={around()} />}</For>
      <BatchesLeftOut consultation={props.consultation} result={props.result} />
      <Provenance
        consultation={props.consultation.id}
        result={props.result}
        zone={props.consultation.placeBrief.timeZone}
      />
    </Show>
  );
};
