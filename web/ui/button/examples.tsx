import { Button, LinkButton } from './button.tsx';

export const examples = {
  main: () => <Button>Send my suggestion</Button>,
  plain: () => <Button look="plain">Change</Button>,
  quiet: () => <Button look="quiet">Take it back</Button>,
  stop: () => <Button look="stop">Leave</Button>,
  disabled: () => <Button disabled>Send my suggestion</Button>,
  link: () => <LinkButton href="#vote">Vote on these</LinkButton>,
};
