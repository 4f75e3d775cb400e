import { Show } from 'solid-js';
import { CONTRIBUTION_LENGTH } from '#shared/contributions/rules.ts';
import { REPLY_LENGTH } from '#shared/replies/rules.ts';
import { ModeratedWords } from '#web/contributions/moderated-words.tsx';
import { Became } from '#web/answers/became.tsx';
import { OwnWords } from '#web/contributions/own-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';
import type { Part } from './load.ts';

type Thing = Part['contributions'][number] | Part['replies'][number];

/** Where the words stand, for the forms that change them. */
const fieldsOf = (thing: Thing): Record<string, string> =>
  'target' in thing
    ? { con: thing.consultation, target: thing.target, root: thing.root, reply: thing.id }
    : { con: thing.consultation, ctr: thing.id };

/** Something she wrote, with what she may do about it. */
export const OwnThing = (props: { thing: Thing; zone: string }) => {
  const { t } = useI18n();
  const kind = () => ('target' in props.thing ? t('participants.reply') : t(`site.kind.${props.thing.kind}`));
  return (
    <li class="card stack stack-tight">
      <p class="hint">
        {kind()} · <Time at={props.thing.at} zone={props.zone} />
      </p>
      <ModeratedWords words={props.thing} />
      <Show when={props.thing.state === 'waiting'}>
        <p class="hint">
          {t('own-words.waiting')} {t('own-words.waiting-what')}
        </p>
      </Show>
      <Show when={props.thing.text}>
        {(text) => (
          <OwnWords
            name={props.thing.id}
            text={text()}
            length={'target' in props.thing ? REPLY_LENGTH : CONTRIBUTION_LENGTH}
            language={props.thing.language}
            mayEdit={props.thing.editable}
            fields={fieldsOf(props.thing)}
          />
        )}
      </Show>
      <Show when={'became' in props.thing ? props.thing.became : undefined}>
        {(became) => <Became became={became()} consultation={props.thing.consultation} zone={props.zone} mine />}
      </Show>
    </li>
  );
};
