import { Details } from './details.tsx';

export const examples = {
  closed: () => <Details summary="The numbers">12 agree, 3 disagree.</Details>,
  open: () => (
    <Details summary="The numbers" open>
      12 agree, 3 disagree.
    </Details>
  ),
};
