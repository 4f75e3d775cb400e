import { For } from 'solid-js';
import type { News } from '#shared/news/schema.ts';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

/** What was told about a consultation, the newest first. */
export const NewsList = (props: { news: readonly News[]; zone: string }) => (
  <ol role="list" class="stack" reversed>
    <For each={props.news}>
      {({ at, title, text }) => (
        <li class="stack stack-tight">
          <h3 class="card-heading">
            <Wording texts={title} />
          </h3>
          <p class="hint">
            <Time at={at} zone={props.zone} day />
          </p>
          <Reading texts={text} />
        </li>
      )}
    </For>
  </ol>
);
