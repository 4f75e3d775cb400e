import { Show } from 'solid-js';

/** The code of a notice goes along with each form of its page: it stands in no address and in no cookie. */
export const CodeField = (props: { code: string | undefined }) => (
  <Show when={props.code}>{(code) => <input type="hidden" name="code" value={code()} />}</Show>
);
