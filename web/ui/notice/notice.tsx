import { Show, type ParentProps } from 'solid-js';

type NoticeProps = ParentProps<{
  kind?: 'info' | 'good' | 'careful';
  title?: string;
  /** Read out when it appears. */ spoken?: boolean;
}>;

/** Something worth knowing here. The title says what it is, the colour only repeats it. */
export const Notice = (props: NoticeProps) => (
  <div class={`notice notice-${props.kind ?? 'info'}`} role={props.spoken ? 'status' : undefined}>
    <Show when={props.title}>
      <p class="notice-title">{props.title}</p>
    </Show>
    {props.children}
  </div>
);
