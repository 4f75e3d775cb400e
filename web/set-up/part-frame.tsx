import type { ParentProps } from 'solid-js';
import type { SetUpPart } from '#shared/places/rules.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { FormRefusal } from '#web/form-refusal.tsx';
import type { Saved, useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import type { SetUpData } from './load.ts';

/** Around every part of the set-up: what it is, and the way back to all of them. */
export const PartFrame = (props: ParentProps<{ data: SetUpData; part: SetUpPart; title?: string }>) => {
  const { t, locale } = useI18n();
  return (
    <PlaceFrame desk={props.data.desk} title={props.title ?? t(`setup.part.${props.part}`)}>
      <p>
        <a href={`/${locale}/p/${props.data.desk.place.slug}/desk/set-up`}>{t('setup.back')}</a>
      </p>
      {props.children}
    </PlaceFrame>
  );
};

type PartFormProps = ParentProps<{
  form: ReturnType<typeof useForm>;
  /** The name that the form sends as `form`. */
  name: string;
  data: SetUpData;
  /** What its fields hold as it is saved now. */
  saved: readonly Saved[];
  send?: string;
  /** It sends files. */
  files?: boolean;
}>;

/** The form of one part. When somebody else saved the same part meanwhile, both texts stand above it. */
export const PartForm = (props: PartFormProps) => {
  const { t } = useI18n();
  return (
    <PostForm class="stack" files={props.files ?? false}>
      <FormRefusal form={props.form} saved={props.saved} leave="?" />
      <input type="hidden" name="form" value={props.name} />
      <input type="hidden" name="version" value={props.form.version(props.data.setUp.place.version)} />
      {props.children}
      <div class="row">
        <Button>{props.send ?? t('setup.save')}</Button>
      </div>
    </PostForm>
  );
};
