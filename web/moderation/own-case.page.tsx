import { For, Show, untrack } from 'solid-js';
import { isLanguage, type Language } from '#shared/locales.ts';
import { ownCasePage } from '#shared/moderation/addresses.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import type { OwnCase } from '#shared/moderation/views.ts';
import { readingOf } from '#shared/reading.ts';
import type { PlaceBrief } from '#shared/consultations/views.ts';
import type { Texts } from '#shared/texts.ts';
import { answer, answerOr } from '#web/api.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { loadI18n, useI18n } from '#web/messages/i18n.ts';
import { definePage, type Loading, type PostAnswer, type Posting } from '#web/page.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Appeal } from './appeal.tsx';
import { Messages } from './messages.tsx';
import { StatementView } from './statement-view.tsx';
import { redressIn, statementIn, type Line, type Redress } from './statement.ts';

type Data = {
  own: OwnCase;
  reads: Language[];
  zone: string;
  title?: Texts;
  place?: PlaceBrief;
  /** In English too, in the order of the decisions, where nobody has checked the words of this language. */
  english?: { statements: Line[][]; redress: Redress };
};

const Decided = (props: { data: Data; at: number }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const { own, zone, english } = untrack(() => props.data);
  const decision = () => own.decisions[props.at];
  return (
    <Show when={decision()}>
      {(made) => (
        <article class="card stack" aria-labelledby={made().id}>
          <h2 id={made().id}>
            {t('statements.decision-of')} <Time at={made().told ?? made().at} zone={zone} day />
          </h2>
          <Show when={made().superseded}>
            <Notice title={t('statements.superseded')} />
          </Show>
          <StatementView
            lines={statementIn(i18n, { ...own, decision: made(), zone })}
            english={english?.statements[props.at]}
          />
        </article>
      )}
    </Show>
  );
};

const OwnCasePage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { own, zone, reads, title, english } = untrack(() => props.data);
  const mayWrite = own.stand === 'decided' || own.stand === 'appealed';
  return (
    <div class="stack">
      <p>
        <a href={`/${locale}/me`}>{t('statements.to-my-page')}</a>
      </p>
      <header class="stack stack-tight">
        <h1>{t('statements.title')}</h1>
        <Show when={title}>
          {(texts) => (
            <p class="hint">
              <Wording texts={texts()} />
            </p>
          )}
        </Show>
      </header>
      <p>
        <strong>{t(`statements.stand.${own.stand}`)}</strong>
      </p>
      <Show when={own.words} fallback={<p>{t('statements.words-gone')}</p>}>
        {(words) => (
          <Details summary={t(own.subject.kind === 'name' ? 'statements.your-name' : 'statements.your-words')} open>
            <AuthorWords text={words()} language={own.language} />
          </Details>
        )}
      </Show>
      <For each={own.decisions}>{(_, at) => <Decided data={props.data} at={at()} />}</For>
      <Appeal
        appeals={own.appeals}
        mayAppeal={own.mayAppeal}
        until={own.appealableUntil}
        zone={zone}
        reads={reads}
        english={english?.redress}
      />
      <Messages messages={own.messages} zone={zone} mayWrite={mayWrite} reads={reads} />
    </div>
  );
};

/** In English too, until somebody who speaks the reader's language has checked what its legal sentences say. */
const inEnglish = async (locale: Data['own']['language'], own: OwnCase, zone: string): Promise<Data['english']> => {
  if (locale === 'en') return undefined;
  const english = await loadI18n('en', ['statements', 'moderation', 'looks']);
  const statements = own.decisions.map((decision) => statementIn(english, { ...own, decision, zone }));
  return { statements, redress: redressIn(english, { ...own, zone }) };
};

const caseIn = (params: Record<string, string>): CaseId => (params['cas'] ?? '') as CaseId;

const load = async ({ api, params, locale }: Loading): Promise<Data> => {
  const [own, { reads }] = await Promise.all([
    answer(api.me.decisions[':cas'].$get({ param: { cas: caseIn(params) } })),
    answer(api.me.$get()),
  ]);
  const param = { con: own.consultation };
  const { value: consultation } = await answerOr(api.consultations[':con'].$get({ param }), 'not-found');
  const zone = consultation?.placeBrief.timeZone ?? 'UTC';
  const { checkedBy } = await loadI18n(locale, []);
  const english = checkedBy ? undefined : await inEnglish(locale, own, zone);
  return {
    own,
    reads,
    zone,
    ...(consultation && { title: consultation.title, place: consultation.placeBrief }),
    ...(english && { english }),
  };
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const cas = caseIn(params);
  const language = textOf(form, 'language');
  const written = isLanguage(language) ? language : locale;
  const one = api.me.decisions[':cas'];
  const here = `/${locale}${ownCasePage(cas)}`;
  if (textOf(form, 'form') === 'appeal') {
    await answer(one.appeal.$post({ param: { cas }, json: { why: textOf(form, 'why'), language: written } }));
    return { redirect: withDone(here, 'appealed', 'redress') };
  }
  await answer(one.messages.$post({ param: { cas }, json: { text: textOf(form, 'text'), language: written } }));
  return { redirect: withDone(here, 'message-sent', 'messages') };
};

export default definePage<Data>({
  cache: 'private',
  load,
  head({ title }, { t, locale }) {
    const description = title && readingOf(title, [locale])?.text;
    return { title: t('statements.title'), ...(description ? { description } : {}) };
  },
  place: ({ place }) => place,
  post,
  View: OwnCasePage,
});
