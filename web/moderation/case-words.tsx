import { For, Show } from 'solid-js';
import { LANGUAGES } from '#shared/locales.ts';
import { wearsOut } from '#shared/moderation/queue.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { Translation } from '#web/contributions/translated-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { ActButton } from '#web/desk/act-button.tsx';
import type { CaseData } from './case-load.ts';

type Props = { data: CaseData };

/** Nothing of the words is in the page: neither the eye nor a screen reader meets them unasked. */
const Masked = (props: Props) => {
  const { t } = useI18n();
  return (
    <div class="case-masked stack stack-tight">
      <p>
        <strong>{t('cases.masked')}</strong>
      </p>
      <p>{t(props.data.one.tier === 1 ? 'cases.masked-tier' : 'cases.masked-not-yours')}</p>
      <PostForm>
        <input type="hidden" name="form" value="reveal" />
        <ActButton act="reveal" look="plain">
          {t('cases.reveal')}
        </ActButton>
      </PostForm>
    </div>
  );
};

/** The words at issue, large, in their own language, which is named. */
const AtIssue = (props: Props) => {
  const { t } = useI18n();
  return (
    <Show when={!props.data.one.masked} fallback={<Masked data={props.data} />}>
      <div class="case-words stack stack-tight">
        <Show when={props.data.one.words} fallback={<p>{t('cases.words-gone')}</p>}>
          {(words) => <AuthorWords text={words()} language={props.data.one.language} large />}
        </Show>
        <Show when={props.data.translated}>
          {(translated) => <Translation translated={translated()} from={props.data.one.language} large />}
        </Show>
        <Show when={props.data.one.name}>
          <p>
            {t('cases.name')} <bdi>{props.data.one.name}</bdi>
          </p>
        </Show>
      </div>
    </Show>
  );
};

/** What was said before and after, with the words at issue at their place. */
const Thread = (props: Props) => {
  const { t } = useI18n();
  return (
    <ol role="list" class="stack stack-tight case-thread">
      <For each={props.data.one.thread}>
        {(said) => (
          <li class="stack stack-tight" aria-current={said.isThis ? 'true' : undefined}>
            <p class="hint">
              <bdi>{t('site.somebody', { name: said.author })}</bdi> ·{' '}
              <Time at={said.at} zone={props.data.desk.place.timeZone} />
            </p>
            <Show
              when={!said.isThis}
              fallback={
                <p>
                  <strong>{t('cases.here')}</strong>
                </p>
              }
            >
              <Show when={said.text} fallback={<p class="hint">{t('cases.thread-gone')}</p>}>
                {(text) => <AuthorWords text={text()} language={said.language} />}
              </Show>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
};

/** How much of this she has read today, and a word when it becomes much. */
const Exposure = (props: Props) => {
  const { t, number } = useI18n();
  const seen = () => props.data.one.exposure;
  const isMuch = () => seen().today >= seen().cap / 2;
  const count = () => t('cases.exposure', { today: number(seen().today), cap: number(seen().cap) });
  return (
    <Show when={isMuch()} fallback={<p class="hint">{count()}</p>}>
      <Notice kind="careful" title={count()}>
        <p>{t(seen().today >= seen().cap ? 'cases.exposure-full' : 'cases.pause')}</p>
      </Notice>
    </Show>
  );
};

/** The words of a case where they were said, and what they are about. */
export const CaseWords = (props: Props) => {
  const { t } = useI18n();
  const one = () => props.data.one;
  return (
    <section class="stack stack-tight" aria-labelledby="the-words">
      <h2 id="the-words">{t('cases.words')}</h2>
      <p class="hint">
        {t('cases.language')} <span lang={one().language}>{LANGUAGES[one().language]}</span>
        <Show when={one().author}>
          {(author) => (
            <>
              {' · '}
              {t('cases.by')} <bdi>{t('site.somebody', { name: author() })}</bdi>
            </>
          )}
        </Show>
      </p>
      <AtIssue data={props.data} />
      <Show when={wearsOut(one())}>
        <Exposure data={props.data} />
      </Show>
      <Show when={one().thread.length > 1}>
        <Details summary={t('cases.thread')} open>
          <Thread data={props.data} />
        </Details>
      </Show>
      <Show when={one().about}>
        {(about) => (
          <Details summary={t('cases.about')}>
            <p>
              <strong>
                <Wording texts={about().heading} />
              </strong>
            </p>
            <Reading texts={about().text} />
          </Details>
        )}
      </Show>
    </section>
  );
};
