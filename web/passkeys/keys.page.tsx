import { Show } from 'solid-js';
import { needsSecondWayIn } from '#shared/passkeys/rules.ts';
import type { MyKeys } from '#shared/passkeys/schema.ts';
import { answer } from '#web/api.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Elsewhere, definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { NewPasskey, Passkeys } from './own-passkeys.tsx';
import { KeysProblem, postKeys } from './keys-acts.tsx';
import { MadeCodes, RecoveryCodes } from './recovery-codes.tsx';
import { signInAt } from './way-back.ts';

type Data = MyKeys & {
  /** One lost device would lock her out. */
  urged: boolean;
  inOffice: boolean;
  /** Codes that this very request made. They are shown once and kept nowhere. */
  made?: readonly string[];
};

const KeysPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  return (
    <Show when={!props.data.made && props.data} fallback={<MadeCodes codes={props.data.made ?? []} />}>
      {(data) => (
        <div class="stack narrow">
          <KeysProblem />
          <h1>{t('passkeys.keys')}</h1>
          <p class="lead">{t('passkeys.keys-what')}</p>
          <Show when={data().urged}>
            <Notice kind="careful" title={t(data().passkeys.length > 0 ? 'passkeys.only-one' : 'passkeys.none')}>
              <p>{t('passkeys.second-way')}</p>
            </Notice>
          </Show>
          <h2>{t('passkeys.yours')}</h2>
          <Passkeys passkeys={data().passkeys} />
          <NewPasskey held={data().passkeys.length} />
          <h2>{t('passkeys.codes')}</h2>
          <RecoveryCodes left={data().codes} />
          <Show when={data().inOffice}>
            <p>
              <LinkButton href={`/${locale}/desk`} look="plain">
                {t('passkeys.to-desk')}
              </LinkButton>
            </p>
          </Show>
        </div>
      )}
    </Show>
  );
};

export default definePage<Data>({
  cache: 'private',
  load: async ({ api, locale }) => {
    const { office, signedIn, roles } = await answer(api.me.$get());
    if (office === 'none' && signedIn) return null;
    if (office !== 'open') throw new Elsewhere(signInAt(locale, `/${locale}/me/keys`));
    const keys = await answer(api.me.keys.$get());
    return {
      ...keys,
      urged: needsSecondWayIn({ ...keys, passkeys: keys.passkeys.length }),
      inOffice: roles.length > 0,
    };
  },
  head: (_, { t }) => ({ title: t('passkeys.keys') }),
  post: postKeys,
  View: KeysPage,
});
