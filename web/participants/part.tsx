import { For, Show } from 'solid-js';
import { BelongingPart } from '#web/belonging/belonging-part.tsx';
import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Leaving } from './leaving.tsx';
import type { Part } from './load.ts';
import { OwnVoteItem } from './own-vote.tsx';
import { OwnThing } from './own-thing.tsx';
import { PageProblem, SmallForm } from './page-problem.tsx';

/** Everything she did in one consultation, to look at, change and take back. */
export const PartView = (props: { part: Part }) => {
  const { t, locale } = useI18n();
  const words = () => [...props.part.contributions, ...props.part.replies];
  return (
    <>
      <PageProblem />
      <header class="stack stack-tight">
        <p>
          <a href={`/${locale}/me`}>{t('participants.title')}</a>
        </p>
        <h1>
          <Wording texts={props.part.consultation.title} />
        </h1>
        <p>
          <a href={addressesOf(locale, props.part.consultation.id).home}>{t('participants.to-consultation')}</a>
        </p>
      </header>
      <h2>{t('participants.my-words')}</h2>
      <Show when={words().length > 0} fallback={<p>{t('participants.no-words')}</p>}>
        <ul role="list" class="stack">
          <For each={words()}>
            {(thing) => <OwnThing thing={thing} zone={props.part.consultation.placeBrief.timeZone} />}
          </For>
        </ul>
      </Show>
      <h2>{t('participants.my-votes')}</h2>
      <Show when={props.part.votes.length > 0} fallback={<p>{t('participants.no-votes')}</p>}>
        <p class="hint">{t('participants.votes-secret')}</p>
        <ul role="list" class="lines">
          <For each={props.part.votes}>
            {(vote) => <OwnVoteItem vote={vote} consultation={props.part.consultation} />}
          </For>
        </ul>
      </Show>
      <Show when={props.part.contact}>
        {(contact) => (
          <section class="stack" aria-labelledby="contact">
            <h2 id="contact">{t('contacts.yours')}</h2>
            <p>
              <bdi>{contact().email}</bdi> <Show when={contact().news}>{t('contacts.news-too')} </Show>
              <Show when={!contact().confirmed}>
                <span class="hint">{t('contacts.not-confirmed')}</span>
              </Show>
            </p>
            <PostForm>
              <SmallForm act="remove-contact" />
              <input type="hidden" name="con" value={props.part.consultation.id} />
              <Button look="plain">{t('contacts.stop')}</Button>
            </PostForm>
          </section>
        )}
      </Show>
      <Show when={props.part.belonging}>
        {(standing) => <BelongingPart consultation={props.part.consultation.id} standing={standing()} />}
      </Show>
      <h2>{t('participants.leave-one')}</h2>
      <Leaving consultation={props.part.consultation.id} />
    </>
  );
};
