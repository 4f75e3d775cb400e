import type { ParentProps } from 'solid-js';
import { Button } from '#web/ui/button/button.tsx';

/** The one act that the browser does itself: what comes back is a file. */
export const FetchForm = (props: ParentProps<{ consultation: string; token: string }>) => (
  <form method="post" action={`/api/consultations/${props.consultation}/auditors-file/${props.token}`}>
    <Button>{props.children}</Button>
  </form>
);
