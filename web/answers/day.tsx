import { Time } from '#web/ui/time/time.tsx';

/** A calendar day, the same everywhere: `2026-11-28`. */
export const Day = (props: { day: string }) => <Time at={`${props.day}T12:00:00.000Z`} zone="UTC" day />;
