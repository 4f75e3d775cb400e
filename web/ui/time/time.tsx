import { useI18n } from '#web/messages/i18n.ts';
import type { Instant } from '#shared/time.ts';

/** A moment on the clock of the place, the same words on server and in browser. `day` leaves the time of day out. */
export const Time = (props: { at: Instant; zone: string; day?: boolean }) => {
  const i18n = useI18n();
  const words = () => (props.day ? i18n.day(props.at, props.zone) : i18n.moment(props.at, props.zone));
  return <time datetime={props.at}>{words()}</time>;
};
