import { FileField } from './file-field.tsx';

export const examples = {
  picture: () => <FileField name="logo" label="A new logo" hint="PNG, at most 200 kB." accept="image/png" />,
  withError: () => <FileField name="logo" label="A new logo" accept="image/png" error="This is no picture." />,
};
