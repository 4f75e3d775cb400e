import { ChoiceGroup, Tick } from './choice.tsx';

const kinds = [
  { value: 'suggestion', label: 'A suggestion', hint: 'What should change.' },
  { value: 'experience', label: 'An experience', hint: 'What happened to you or to people you know.' },
  { value: 'question', label: 'A question' },
];
const languages = [
  { value: 'en', label: 'English', lang: 'en', dir: 'ltr' as const },
  { value: 'ar', label: 'العربية', lang: 'ar', dir: 'rtl' as const },
];

export const examples = {
  one: () => <ChoiceGroup kind="radio" name="kind" legend="What is it?" options={kinds} chosen={['suggestion']} />,
  several: () => <ChoiceGroup kind="checkbox" name="reads" legend="Languages you read" options={languages} beside />,
  withError: () => (
    <ChoiceGroup
      kind="checkbox"
      name="reads"
      id="reads"
      legend="Languages you read"
      options={languages}
      error="Choose one."
    />
  ),
  tick: () => <Tick name="oldEnough" label="I am 14 or older" />,
  tickWithError: () => <Tick name="oldEnough" label="I am 14 or older" error="You must be 14 or older." />,
};
