import { For, Show, untrack } from 'solid-js';
import { ARRANGEMENTS } from '#shared/documents/rules.ts';
import type { TextDesk } from '#shared/documents/requests.ts';
import type { Passage, PassageId } from '#shared/documents/schema.ts';
import { LANGUAGES, type Locale } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { originalOf, worstOf } from '#shared/translations/rules.ts';
import { answer } from '#web/api.ts';
import { NoteFields } from '#web/consultations/note-fields.tsx';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';

type OutlineProps = { text: TextDesk; languages: readonly Locale[]; desk: string };

const EXCERPT = 160;

/** How a passage stands in each language: as badly as the worst of its heading, text and plain words. */
const Standing = (props: { passage: Passage; languages: readonly Locale[] }) => {
  const { t } = useI18n();
  const parts = () => {
    const { heading, text, summary } = props.passage;
    return [heading, text, ...(originalOf(summary) ? [summary] : [])];
  };
  return (
    <p class="hint row">
      <For each={props.languages}>
        {(language) => {
          const status = worstOf(parts(), language);
          return (
            <span class={`status status-${status}`}>
              <bdi lang={language}>{LANGUAGES[language]}</bdi> {t(`texts.status.${status}`)}
            </span>
          );
        }}
      </For>
      <Show when={!originalOf(props.passage.summary)}>
        <span class="status status-missing">{t('texts.no-plain-words')}</span>
      </Show>
    </p>
  );
};

const Excerpt = (props: { passage: Passage }) => {
  const { locale } = useI18n();
  const reading = () => readingOf(props.passage.text, [locale]);
  const short = () =>
    Array.from(reading()?.text ?? '')
      .slice(0, EXCERPT)
      .join('')
      .replaceAll(/\s*\|\s*/g, ' ');
  return (
    <p lang={reading()?.language} dir="auto">
      {short()}
      {short().length < (reading()?.text.length ?? 0) ? '…' : ''}
    </p>
  );
};

const Acts = (props: { passage: Passage; isFirst: boolean; isLast: boolean }) => {
  const { t, locale } = useI18n();
  const about = () => <span class="visually-hidden">: {readingOf(props.passage.heading, [locale])?.text}</span>;
  const act = (name: (typeof ARRANGEMENTS)[number]) => `${name} ${props.passage.id}`;
  return (
    <div class="row">
      <Show when={!props.isFirst}>
        <Button look="quiet" name="act" value={act('up')}>
          {t('texts.up')}
          {about()}
        </Button>
      </Show>
      <Show when={!props.isLast}>
        <Button look="quiet" name="act" value={act('down')}>
          {t('texts.down')}
          {about()}
        </Button>
        <Button look="quiet" name="act" value={act('join')}>
          {t('texts.join')}
          {about()}
        </Button>
      </Show>
      <Confirm ask={t('texts.drop')}>
        <p>{t('texts.drop-what')}</p>
        <Button look="stop" name="act" value={act('drop')}>
          {t('texts.drop-yes')}
          {about()}
        </Button>
      </Confirm>
    </div>
  );
};

/** The passages in their order, with what can be done with each as a whole. */
export const OutlineList = (props: OutlineProps) => {
  const { t, number } = useI18n();
  const form = useForm('arrange');
  const { text, languages, desk } = untrack(() => props);
  return (
    <PostForm class="stack">
      <input type="hidden" name="form" value="arrange" />
      <input type="hidden" name="version" value={text.version} />
      <FormProblem form={form} />
      <Explanation />
      <h2>{t('texts.parts', { count: text.passages.length })}</h2>
      <p>{t(text.mayArrange ? 'texts.parts-what' : 'texts.open')}</p>
      <Show when={text.isPublished && text.mayArrange}>
        <NoteFields name="note" languages={languages} form={form} />
      </Show>
      <ol class="parts" role="list">
        <For each={text.passages}>
          {(passage, i) => (
            <li class="part" id={passage.id}>
              <span class="part-number" aria-hidden="true">
                {number(passage.position)}
              </span>
              <div class="stack stack-tight">
                <h3>
                  <a href={`${desk}/${passage.id}`}>
                    <Wording texts={passage.heading} />
                  </a>
                </h3>
                <Excerpt passage={passage} />
                <Standing passage={passage} languages={languages} />
                <Show when={text.mayArrange}>
                  <Acts passage={passage} isFirst={i() === 0} isLast={i() === text.passages.length - 1} />
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </PostForm>
  );
};

export const postArrangement = async ({ api, form, params, url }: Posting): Promise<PostAnswer> => {
  const [name, which = ''] = textOf(form, 'act').split(' ');
  const act = ARRANGEMENTS.find((one) => one === name);
  if (!act) return { problem: { code: 'invalid-request', errors: [] } };
  const note = textsOf(form, 'note');
  const at = Number(textOf(form, 'at'));
  const json = {
    version: Number(textOf(form, 'version')),
    act,
    passage: which as PassageId,
    ...(at ? { at } : {}),
    ...(Object.keys(note).length > 0 ? { note } : {}),
  };
  await answer(
    api.consultations[':con'].text.arrangement.$post({ param: { con: idIn('consultation', params) }, json }),
  );
  const list = url.pathname.replace(/\/text\/.*$/, '/text');
  return { redirect: withDone(list, 'draft-saved', act === 'drop' ? undefined : which) };
};
