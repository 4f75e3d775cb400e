import { For, Show } from 'solid-js';
import type { HelpContact } from '#shared/places/schema.ts';
import type { PlaceView } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { FullText } from '#web/ui/full-text/full-text.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { frameOf, loadPlace, type Frame } from './load.ts';

type Data = Frame & Pick<PlaceView, 'help'>;

const ORDER: readonly HelpContact['kind'][] = ['emergency', 'local-desk', 'equality-body', 'other'];

/** A number as a telephone dials it. */
const dialled = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;

const Contact = (props: { contact: HelpContact }) => {
  const { t } = useI18n();
  return (
    <li class="card stack stack-tight">
      <p class="hint">{t(`info.help.kind.${props.contact.kind}`)}</p>
      <h2 class="help-name">
        <Wording texts={props.contact.name} />
      </h2>
      <FullText texts={props.contact.what} />
      <p class="row">
        <Show when={props.contact.phone}>
          {(phone) => (
            <LinkButton href={dialled(phone())} look={props.contact.kind === 'emergency' ? 'stop' : 'main'}>
              <bdi>{t('info.help.call', { phone: `\u2066${phone()}\u2069` })}</bdi>
            </LinkButton>
          )}
        </Show>
        <Show when={props.contact.email}>
          {(email) => (
            <LinkButton href={`mailto:${email()}`} look="plain">
              {t('info.help.write', { email: `\u2066${email()}\u2069` })}
            </LinkButton>
          )}
        </Show>
        <Show when={props.contact.url}>
          {(url) => (
            <LinkButton href={url()} look="plain" rel="noreferrer">
              {t('info.help.visit')}
            </LinkButton>
          )}
        </Show>
      </p>
    </li>
  );
};

const HelpPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const contacts = () => [...props.data.help].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return (
    <>
      <h1>{t('info.help.title')}</h1>
      <p class="lead">{t('info.help.lead')}</p>
      <Show when={contacts().length > 0} fallback={<p>{t('info.help.nothing')}</p>}>
        <ul role="list" class="stack narrow">
          <For each={contacts()}>{(contact) => <Contact contact={contact} />}</For>
        </ul>
      </Show>
      <p class="hint">{t('info.help.trace')}</p>
    </>
  );
};

export default definePage<Data>({
  cache: 'public',
  load: async (loading) => {
    const place = await loadPlace(loading);
    return { ...frameOf(place), help: place.help };
  },
  head: (_, { t }) => ({ title: t('info.help.title'), description: t('info.help.lead') }),
  place: (place) => place,
  View: HelpPage,
});
