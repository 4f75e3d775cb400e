import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';

const SignInPage = () => {
  const { t, locale } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t('passkeys.sign-in')}</h1>
      <p class="lead">{t('passkeys.sign-in-what')}</p>
      <h2>{t('passkeys.resident')}</h2>
      <p>{t('passkeys.resident-how')}</p>
      <p>
        <LinkButton href={`/${locale}/return`} look="plain">
          {t('passkeys.by-card')}
        </LinkButton>
      </p>
    </div>
  );
};

export default definePage<object>({
  cache: 'public',
  load: () => Promise.resolve({}),
  head: (_, { t }) => ({ title: t('passkeys.sign-in') }),
  View: SignInPage,
});
