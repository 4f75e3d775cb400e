import { For, Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { pointsOf } from './certainty.ts';
import { GroupMark } from './group-mark.tsx';
import { OpinionMap } from './map.tsx';
import type { Named, Sections, ShownGroup } from './sections.ts';
import { Sentence } from './sentence.tsx';

const Defining = (props: { title: string; items: readonly Named[]; consultation: ConsultationId }) => (
  <Show when={props.items.length > 0}>
    <p>
      <strong>{props.title}</strong>
    </p>
    <ul class="plain-list">
      <For each={props.items}>
        {(item) => (
          <li>
            <Sentence about={item} consultation={props.consultation} />
          </li>
        )}
      </For>
    </ul>
  </Show>
);

const GroupCard = (props: { group: ShownGroup; labels: readonly string[]; consultation: ConsultationId }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const id = () => `group-${props.group.label}`;
  return (
    <Card labelledBy={id()}>
      <h3 id={id()}>
        <GroupMark label={props.group.label} labels={props.labels} named />
      </h3>
      <Show when={props.group.name}>
        {(name) => (
          <p>
            {t('opinion.named-by-drafters')} <Wording texts={name()} />
          </p>
        )}
      </Show>
      <p>
        {t('opinion.group-size', {
          people: props.group.ballots,
          share: i18n.number(pointsOf(props.group.share)),
        })}
      </p>
      <Defining title={t('opinion.group-agrees')} items={props.group.agrees} consultation={props.consultation} />
      <Defining title={t('opinion.group-disagrees')} items={props.group.disagrees} consultation={props.consultation} />
    </Card>
  );
};

/** Groups of people who vote alike, what each is about, and where they stand; or plainly that there are none. */
export const Groups = (props: { result: Pick<Sections, 'groups' | 'map'>; consultation: ConsultationId }) => {
  const { t } = useI18n();
  const groups = () => props.result.groups.list;
  const labels = () => groups().map(({ label }) => label);
  return (
    <section class="stack" aria-labelledby="groups">
      <h2 id="groups">{t('opinion.groups')}</h2>
      <Show
        when={groups().length > 0}
        fallback={
          <p>
            <strong>{t('opinion.no-groups')}</strong> {t(`opinion.groups-why.${props.result.groups.reason}`)}
          </p>
        }
      >
        <p>{t('opinion.groups-how')}</p>
        <div class="two-columns">
          <For each={groups()}>
            {(group) => <GroupCard group={group} labels={labels()} consultation={props.consultation} />}
          </For>
        </div>
        <h3>{t('opinion.map')}</h3>
        <OpinionMap cells={props.result.map} groups={groups()} />
      </Show>
    </section>
  );
};
