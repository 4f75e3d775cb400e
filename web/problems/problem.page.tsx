import { Show } from 'solid-js';
import type { ProblemCode } from '#shared/problems.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { isExplained, wayOn } from './ways-on.ts';

type Data = { code: ProblemCode };

/** What one kind of problem means and what to do: where the API's problem types lead, and what a failed page shows. */
const ProblemPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t(`problem.${props.data.code}`)}</h1>
      <p class="lead">{t(`problems.explain.${props.data.code}`)}</p>
      <p class="row">
        <LinkButton href={`/${locale}`}>{t('problems.go-home')}</LinkButton>
        <Show when={wayOn(props.data.code) === 'card'}>
          <LinkButton href={`/${locale}/return`} look="plain">
            {t('problems.go-back-by-card')}
          </LinkButton>
        </Show>
        <Show when={wayOn(props.data.code) === 'sign-in'}>
          <LinkButton href={`/${locale}/sign-in`} look="plain">
            {t('problems.go-sign-in')}
          </LinkButton>
        </Show>
      </p>
    </div>
  );
};

export default definePage<Data>({
  cache: 'public',
  load: async ({ params }) => {
    const code = params['code'] ?? '';
    return isExplained(code) ? { code } : null;
  },
  head: ({ code }, { t }) => ({ title: t(`problem.${code}`), description: t(`problems.explain.${code}`) }),
  View: ProblemPage,
});
