import { LeaveQuickly } from './leave-quickly.tsx';

export const examples = { plain: () => <LeaveQuickly /> };
