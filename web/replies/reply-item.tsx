import { For, Show, untrack } from 'solid-js';
import { editableUntil } from '#shared/contributions/rules.ts';
import { REPLY_LENGTH } from '#shared/replies/rules.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import type { Own } from '#web/consultations/load.ts';
import { AuthorName } from '#web/contributions/author-words.tsx';
import { ModeratedWords } from '#web/contributions/moderated-words.tsx';
import { OwnWords } from '#web/contributions/own-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { ReportLink } from '#web/moderation/report-link.tsx';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';
import { ReplyForm } from './reply-form.tsx';
import type { Branch } from './tree.ts';

type ReplyItemProps = { branch: Branch; own: Own; zone: string; mayReply: boolean };

const Said = (props: { reply: PublicReply; zone: string }) => {
  const { t } = useI18n();
  return (
    <>
      <p class="hint">
        <Show when={props.reply.label}>
          {(label) => <strong class={`label label-${label()}`}>{t(`replies.label.${label()}`)} </strong>}
        </Show>
        <AuthorName by={props.reply} /> · <Time at={props.reply.at} zone={props.zone} />
        <Show when={props.reply.edited}> · {t('contributions.edited')}</Show>
      </p>
      <ModeratedWords words={props.reply} />
      <Show when={props.reply.state === 'waiting'}>
        <p class="hint">
          {t('own-words.waiting')} {t('own-words.waiting-what')}
        </p>
      </Show>
    </>
  );
};

/** Everybody may read it, she takes part, and nobody has brought it into her language as it stands now. */
const AskForIt = (props: { reply: PublicReply; own: Own }) => {
  const { t, locale } = useI18n();
  const { state, mine, language, translated } = untrack(() => props.reply);
  const isWanted =
    state === 'published' && !mine && language !== locale && (!translated || translated.outdated === true);
  return (
    <Show when={isWanted && props.own.joined}>
      <PostForm>
        <input type="hidden" name="form" value={`translate-${props.reply.id}`} />
        <input type="hidden" name="act" value="translate" />
        <input type="hidden" name="reply" value={props.reply.id} />
        <input type="hidden" name="root" value={props.reply.root} />
        <Button look="quiet">{t('translation-wanted.ask')}</Button>
      </PostForm>
    </Show>
  );
};

/** One reply with those under it. Where the words were taken back the place stays, so that the rest keeps its sense. */
export const ReplyItem = (props: ReplyItemProps) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const reply = untrack(() => props.branch.reply);
  const open = current.words?.['form']?.[0] === `reply-${reply.id}`;
  return (
    <li class="reply" id={reply.id}>
      <Show
        when={reply.text !== null}
        fallback={
          <p class="hint">{t(`contributions.gone.${reply.state === 'withheld' ? 'withheld' : 'withdrawn'}`)}</p>
        }
      >
        <div class="stack stack-tight">
          <Said reply={reply} zone={props.zone} />
          <div class="row">
            <Show when={props.mayReply}>
              <Details summary={t('replies.answer')} open={open}>
                <ReplyForm to={reply} own={props.own} />
              </Details>
            </Show>
            <AskForIt reply={reply} own={props.own} />
            <Show when={!reply.mine}>
              <ReportLink
                consultation={reply.consultation}
                what={{ reply: reply.id, root: reply.root, on: reply.target }}
                describedBy={reply.id}
              />
            </Show>
            <Show when={reply.mine}>
              <OwnWords
                name={reply.id}
                text={reply.text ?? ''}
                length={REPLY_LENGTH}
                language={reply.language}
                mayEdit={reply.state !== 'restricted' && current.now <= editableUntil(reply)}
                fields={{ reply: reply.id, root: reply.root }}
              />
            </Show>
          </div>
        </div>
      </Show>
      <Show when={props.branch.answers.length > 0}>
        <ol role="list" class="replies">
          <For each={props.branch.answers}>
            {(branch) => <ReplyItem branch={branch} own={props.own} zone={props.zone} mayReply={props.mayReply} />}
          </For>
        </ol>
      </Show>
    </li>
  );
};
