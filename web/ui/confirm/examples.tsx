import { Button } from '../button/button.tsx';
import { Confirm } from './confirm.tsx';

export const examples = {
  leaving: () => (
    <Confirm ask="Leave altogether">
      <p>Your votes and your words are deleted. Nobody can bring them back.</p>
      <Button look="stop">Yes, delete everything</Button>
    </Confirm>
  ),
};
