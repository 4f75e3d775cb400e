import { For, Show } from 'solid-js';
import type { HelpContact } from '#shared/places/schema.ts';
import { HELP_KINDS } from '#shared/places/rules.ts';
import { useForm } from '#web/forms.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { definePart } from './define-part.ts';
import { gapAddress } from './gap-address.ts';
import type { SetUpData } from './load.ts';
import { PartFrame } from './part-frame.tsx';
import { savePart, setUpAddress } from './save.ts';

const Contact = (props: { contact: HelpContact; at: number; version: number; here: string }) => {
  const { t } = useI18n();
  const ways = () => [props.contact.phone, props.contact.email, props.contact.url].filter(Boolean).join(' · ');
  return (
    <li class="card stack stack-tight">
      <p class="hint">{t(`setup.help.kind.${props.contact.kind}`)}</p>
      <h3 class="card-title">
        <a href={`${props.here}/${props.at}`}>
          <Wording texts={props.contact.name} />
        </a>
      </h3>
      <p>
        <bdi>{ways()}</bdi>
      </p>
      <Confirm ask={t('setup.help.remove')}>
        <p>{t('setup.help.remove-what')}</p>
        <PostForm>
          <input type="hidden" name="form" value="remove-contact" />
          <input type="hidden" name="version" value={props.version} />
          <input type="hidden" name="at" value={props.at} />
          <Button look="stop">{t('setup.help.remove')}</Button>
        </PostForm>
      </Confirm>
    </li>
  );
};

const HelpPage = (props: { data: SetUpData }) => {
  const { t, locale } = useI18n();
  const form = useForm('remove-contact');
  const place = () => props.data.setUp.place;
  const here = () => `/${locale}/p/${place().slug}/desk/set-up/help`;
  const gaps = () => props.data.setUp.gaps.filter((gap) => gap.startsWith('help-'));
  return (
    <PartFrame data={props.data} part="help">
      <FormProblem form={form} />
      <Explanation />
      <Show when={gaps().length > 0}>
        <Notice kind="careful" title={t('setup.missing-what')}>
          <ul>
            <For each={gaps()}>
              {(gap) => (
                <li>
                  <a href={gapAddress(`/${locale}/p/${place().slug}/desk/set-up`, gap)}>{t(`setup.gap.${gap}`)}</a>
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </Show>
      <h2>{t('setup.help.list')}</h2>
      <Show when={place().help.length > 0} fallback={<p>{t('setup.help.none')}</p>}>
        <ul role="list" class="two-columns">
          <For each={place().help}>
            {(contact, at) => <Contact contact={contact} at={at()} version={place().version} here={here()} />}
          </For>
        </ul>
      </Show>
      <h2>{t('setup.help.add')}</h2>
      <div class="row">
        <For each={HELP_KINDS}>
          {(kind) => (
            <LinkButton href={`${here()}/new?kind=${kind}`} look="plain">
              {t(`setup.help.kind.${kind}`)}
            </LinkButton>
          )}
        </For>
      </div>
    </PartFrame>
  );
};

export default definePart({
  part: 'help',
  post: (posting) =>
    savePart(posting, 'help', { at: Number(textOf(posting.form, 'at')), contact: null }, setUpAddress(posting, 'help')),
  View: HelpPage,
});
