import { For, Show, untrack } from 'solid-js';
import { mayNow } from '#shared/consultations/phases.ts';
import { ORDERS } from '#shared/replies/rules.ts';
import type { Target, ThreadPage } from '#shared/replies/schema.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import type { Own, Within } from '#web/consultations/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { MayWrite } from '#web/moderation/may-write.tsx';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { useVisit } from '#web/visit.ts';
import { orderIn } from './act.ts';
import { ReplyForm } from './reply-form.tsx';
import { ReplyItem } from './reply-item.tsx';
import { branchesOf } from './tree.ts';

type ThreadProps = { consultation: Within; target: Target; page: ThreadPage; own: Own; closed?: boolean };

const Orders = () => {
  const { t } = useI18n();
  const { url } = useVisit().current.at;
  return (
    <nav class="thread-orders row" aria-label={t('replies.order')}>
      <For each={ORDERS}>
        {(order) => (
          <a href={`${url.pathname}?order=${order}#thread`} aria-current={orderIn(url) === order ? 'true' : undefined}>
            {t(`replies.${order}-first`)}
          </a>
        )}
      </For>
    </nav>
  );
};

/** The way to write a first reply, or what stands in it. */
const Write = (props: Pick<ThreadProps, 'consultation' | 'own'>) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const consultation = untrack(() => props.consultation);
  const verdict = mayNow(consultation, 'reply', current.now);
  const join = `${useAddresses(consultation.id).join}?then=${encodeURIComponent(current.at.url.pathname)}`;
  return (
    <Show when={verdict.allowed} fallback={<p class="hint">{verdict.allowed ? '' : t(`problem.${verdict.reason}`)}</p>}>
      <Show
        when={props.own.joined || props.own.again}
        fallback={
          <div class="row">
            <LinkButton href={join} look="plain">
              {t('replies.join-first')}
            </LinkButton>
          </div>
        }
      >
        <MayWrite own={props.own} place={consultation.place}>
          <Details summary={t('replies.write')} open={current.words?.['form']?.[0] === 'reply'}>
            <ReplyForm own={props.own} />
          </Details>
        </MayWrite>
      </Show>
    </Show>
  );
};

/** A discussion: first replies in the order she wants, under each its branch. */
export const Thread = (props: ThreadProps) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const { url } = current.at;
  const branches = branchesOf(untrack(() => props.page.replies));
  const mayReply = () =>
    !props.closed &&
    Boolean(props.own.joined || props.own.again) &&
    !props.own.measured?.until &&
    mayNow(props.consultation, 'reply', current.now).allowed;
  return (
    <section class="stack" aria-labelledby="thread">
      <h2 id="thread" tabindex="-1">
        {t('replies.title')}
      </h2>
      <Show when={!props.closed}>
        <Write consultation={props.consultation} own={props.own} />
      </Show>
      <Show when={branches.length > 0} fallback={<p>{t('replies.none')}</p>}>
        <Orders />
        <ol role="list" class="replies">
          <For each={branches}>
            {(branch) => (
              <ReplyItem
                branch={branch}
                own={props.own}
                zone={props.consultation.place.timeZone}
                mayReply={mayReply()}
              />
            )}
          </For>
        </ol>
      </Show>
      <Show when={props.page.next}>
        {(next) => (
          <NextLink href={`${url.pathname}?order=${orderIn(url)}&replies=${next()}#thread`} label={t('replies.more')} />
        )}
      </Show>
    </section>
  );
};
