import { Field } from './field.tsx';

export const examples = {
  oneLine: () => <Field name="name" label="Your name here" hint="Leave it empty and we make one up." />,
  severalLines: () => <Field name="text" label="What should change?" rows={5} most={500} />,
  withError: () => (
    <Field name="text" id="text" label="What should change?" rows={5} most={500} error="Write something." />
  ),
  rightToLeft: () => <Field name="text" label="ما الذي يجب أن يتغير؟" value="المزيد من الوقت" lang="ar" />,
};
