import { Notice } from './notice.tsx';

export const examples = {
  info: () => <Notice title="Not yet public">Results come on 3 May.</Notice>,
  good: () => (
    <Notice kind="good" title="Saved" spoken>
      Your vote is kept.
    </Notice>
  ),
  careful: () => (
    <Notice kind="careful" title="Not checked">
      Nobody has checked this translation yet.
    </Notice>
  ),
};
