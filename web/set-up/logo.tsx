import { Show } from 'solid-js';
import { ALT_LENGTH } from '#shared/places/limits.ts';
import { PICTURE_BYTES, PICTURE_TYPES } from '#shared/places/picture.ts';
import { answer } from '#web/api.ts';
import { inBase64 } from '#web/base64.ts';
import { withDone } from '#web/done.ts';
import { textsOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { FileField } from '#web/ui/file-field/file-field.tsx';
import { PlaceLogo } from '#web/ui/place-logo/place-logo.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import type { SetUpData } from './load.ts';
import { PartForm } from './part-frame.tsx';
import { setUpAddress, versionIn } from './save.ts';

/** The logo as it is, a form for another one, and the way to be without. */
export const LogoPart = (props: { data: SetUpData }) => {
  const { t } = useI18n();
  const form = useForm('logo');
  const place = () => props.data.setUp.place;
  const alt = () => place().look?.logo?.alt ?? {};
  return (
    <section class="stack" aria-labelledby="logo">
      <h2 id="logo">{t('setup.look.logo')}</h2>
      <Show when={place().look?.logo}>
        {(logo) => (
          <div class="stack stack-tight">
            <p class="hint">{t('setup.look.logo-now')}</p>
            <PlaceLogo logo={logo()} />
            <Confirm ask={t('setup.look.remove-logo')}>
              <p>{t('setup.look.remove-logo-what')}</p>
              <PostForm>
                <input type="hidden" name="form" value="remove-logo" />
                <input type="hidden" name="version" value={place().version} />
                <Button look="stop">{t('setup.look.remove-logo')}</Button>
              </PostForm>
            </Confirm>
          </div>
        )}
      </Show>
      <PartForm
        form={form}
        name="logo"
        data={props.data}
        saved={savedTexts('alt', t('setup.look.alt'), place().languages, alt())}
        send={t('setup.look.send-logo')}
        files
      >
        <FileField
          name="picture"
          id={form.id('picture')}
          label={t('setup.look.logo-new')}
          hint={t('setup.look.logo-hint')}
          error={form.error('picture')}
          accept={PICTURE_TYPES.join(',')}
        />
        <TextsField
          name="alt"
          label={t('setup.look.alt')}
          hint={t('setup.look.alt-hint')}
          languages={place().languages}
          texts={alt()}
          form={form}
          most={ALT_LENGTH}
        />
      </PartForm>
    </section>
  );
};

export const postLogo = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params } = posting;
  const file = form.get('picture');
  if (!(file instanceof File) || file.size === 0 || file.size > PICTURE_BYTES) {
    return { problem: { code: 'invalid-request', errors: [{ pointer: '/picture', code: 'not-a-picture' }] } };
  }
  const picture = inBase64(new Uint8Array(await file.arrayBuffer()));
  const json = { version: versionIn(form), picture, alt: textsOf(form, 'alt') };
  await answer(api.places[':slug'].logo.$put({ param: { slug: params['slug'] ?? '' }, json }));
  return { redirect: withDone(setUpAddress(posting, 'look'), 'saved') };
};

export const removeLogo = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params } = posting;
  const query = { version: String(versionIn(form)) };
  await answer(api.places[':slug'].logo.$delete({ param: { slug: params['slug'] ?? '' }, query }));
  return { redirect: withDone(setUpAddress(posting, 'look'), 'saved') };
};
