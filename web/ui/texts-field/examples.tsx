import { TextsField } from './texts-field.tsx';

const form = (wrong: Record<string, string> = {}) => ({
  id: (field: string) => `example-${field}`,
  word: () => undefined,
  error: (field: string) => wrong[field],
});
const texts = { en: { text: 'Be kind.', provenance: 'original' as const } };

export const examples = {
  twoLanguages: () => (
    <TextsField
      name="rules"
      label="House rules"
      languages={['en', 'ar']}
      texts={texts}
      form={form()}
      rows={4}
      most={500}
    />
  ),
  inNoLanguage: () => (
    <TextsField
      name="name"
      label="Name"
      hint="As its residents call it."
      languages={['en', 'it']}
      texts={{}}
      form={form({ name: 'Please write something here.' })}
    />
  ),
};
