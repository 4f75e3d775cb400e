import { For, Match, Show, Switch } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { percentages } from '#web/ui/vote-bar/shares.ts';
import { pointsOf } from './certainty.ts';
import { GroupMark } from './group-mark.tsx';
import type { Group, Reason, Shown } from './sections.ts';

type Groups = readonly Pick<Group, 'label' | 'ballots'>[];
type Votes = Pick<Shown['groups'][string], 'agree' | 'disagree' | 'seen'>;
type OfList<List extends Reason['list']> = Extract<Reason, { list: List }>;

type NeedProps = {
  need: OfList<'needed'>;
  groups: Groups;
  labels: readonly string[];
  votes: Shown['groups'];
};

/** Out of 100, as the bars show it. */
const agreeing = (votes: readonly Votes[]): number => {
  const sum = (of: keyof Votes): number => votes.reduce((all, one) => all + one[of], 0);
  const [agree, disagree, seen] = [sum('agree'), sum('disagree'), sum('seen')];
  return percentages({ agree, disagree, pass: Math.max(0, seen - agree - disagree) }).agree;
};

const Need = (props: NeedProps) => {
  const { t, number } = useI18n();
  const people = () => props.groups.find(({ label }) => label === props.need.group)?.ballots ?? 0;
  const votesOf = (isHers: boolean): Votes[] =>
    Object.entries(props.votes).flatMap(([label, votes]) => ((label === props.need.group) === isHers ? [votes] : []));
  return (
    <p>
      <GroupMark label={props.need.group} labels={props.labels} />{' '}
      {t('opinion.need', {
        group: props.need.group,
        people: people(),
        size: number(pointsOf(props.need.size)),
        share: number(agreeing(votesOf(true))),
        elsewhere: number(agreeing(votesOf(false))),
      })}
    </p>
  );
};

const Side = (props: { side: 'for' | 'against'; groups: readonly string[]; labels: readonly string[] }) => {
  const { t } = useI18n();
  return (
    <span class="row">
      {t(`opinion.${props.side}`)}{' '}
      <For each={props.groups}>{(label) => <GroupMark label={label} labels={props.labels} named />}</For>
    </span>
  );
};

const Division = (props: { division: OfList<'divides'>; labels: readonly string[] }) => {
  const { t } = useI18n();
  return (
    <Show when={props.division.for.length > 0} fallback={<p>{t('opinion.many-on-both-sides')}</p>}>
      <p class="row">
        <Side side="for" groups={props.division.for} labels={props.labels} />
        <Side side="against" groups={props.division.against} labels={props.labels} />
      </p>
    </Show>
  );
};

/** In one sentence, why a row stands in its list. */
export const Claim = (props: { reason: Reason; groups: Groups; votes: Shown['groups'] }) => {
  const { t } = useI18n();
  const labels = () => props.groups.map(({ label }) => label);
  const of = <List extends Reason['list']>(list: List) => props.reason.list === list && (props.reason as OfList<List>);
  return (
    <Switch>
      <Match when={of('shared')}>
        {(shared) => <p>{t(`opinion.${labels().length > 0 ? 'all-groups' : 'everybody'}-${shared().direction}`)}</p>}
      </Match>
      <Match when={of('needed')}>
        {(need) => <Need need={need()} groups={props.groups} labels={labels()} votes={props.votes} />}
      </Match>
      <Match when={of('divides')}>{(division) => <Division division={division()} labels={labels()} />}</Match>
    </Switch>
  );
};
