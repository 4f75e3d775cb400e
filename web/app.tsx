import { Show, createMemo, untrack, type Accessor } from 'solid-js';
import type { Locale } from '#shared/locales.ts';
import { saidDone } from './done.ts';
import { I18nProvider, useI18n, type I18n } from './messages/i18n.ts';
import type { Current } from './page.ts';
import { ErrorSummary } from './ui/error-summary/error-summary.tsx';
import { Notice } from './ui/notice/notice.tsx';
import { PageFooter } from './ui/page-footer/page-footer.tsx';
import { PageHeader } from './ui/page-header/page-header.tsx';
import { VisitProvider, useVisit, type Visit } from './visit.ts';

/** The same page in another language. */
const inLocale =
  (url: URL) =>
  (locale: Locale): string =>
    `${url.pathname.replace(/^\/[^/]+/, `/${locale}`)}${url.search}`;

/** Why something was not done, where the form itself has no place to say so. */
const Problem = () => {
  const { current, forms } = useVisit();
  const { t, locale } = useI18n();
  const form = current.words?.['form']?.[0] ?? '';
  return (
    <Show when={!forms.has(form) && current.problem}>
      {(problem) => (
        <ErrorSummary
          title={problem().title ?? t(`problem.${problem().code}`)}
          errors={[{ text: t('site.what-it-means'), href: `/${locale}/problems/${problem().code}` }]}
        />
      )}
    </Show>
  );
};

/** One page with what surrounds every page. */
const Shown = () => {
  const visit = useVisit();
  const { t } = useI18n();
  const { page, data, words, inOffice } = visit.current;
  const place = page.place?.(data);
  const { View } = page;
  // Made before what stands above it: by then its forms have said which problems they show themselves.
  const view = <View data={visit.current.data} />;
  // What was done before says nothing of what was refused now.
  const done = () => (visit.current.problem ? undefined : saidDone(visit.current.at.url, t));
  return (
    <div class="page">
      <PageHeader
        place={place}
        inOffice={inOffice}
        hrefFor={inLocale(visit.current.at.url)}
        along={page.along?.(data, words)}
      />
      <main id="main" class="page-main stack" tabindex="-1">
        <Show when={done()}>{(said) => <Notice kind="good" title={said()} />}</Show>
        <Problem />
        {view}
      </main>
      <PageFooter place={place} />
    </div>
  );
};

type AppProps = { i18n: I18n; current: Accessor<Current>; acts: Omit<Visit, 'current' | 'forms'> };

/**
 * The same tree on server and in browser: each visited page is made anew, so that no state of the last one is left,
 * unless the page itself stays.
 */
export const App = (props: AppProps) => {
  const standing = createMemo(() => props.current(), undefined, {
    equals: (was, is) => is.page.stays?.(was, is) ?? false,
  });
  return (
    <I18nProvider value={untrack(() => props.i18n)}>
      <Show when={standing()} keyed>
        {(_) => (
          <VisitProvider
            value={{
              ...props.acts,
              forms: new Set(),
              get current() {
                return props.current();
              },
            }}
          >
            <Shown />
          </VisitProvider>
        )}
      </Show>
    </I18nProvider>
  );
};
