import { For, untrack } from 'solid-js';
import type { Own } from '#web/consultations/load.ts';
import type { Comparison } from '#shared/versions/views.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Differences } from './differences.tsx';
import type { ToConfirm } from './to-confirm.ts';
import { WentElsewhere } from './went-elsewhere.tsx';

type StillHoldsProps = {
  consultation: { id: string };
  asked: ToConfirm;
  compared: Comparison;
};

const CHOICES: readonly Own['votes'][string][] = ['agree', 'pass', 'disagree'];

/** One tap keeps her choice under the new words, another changes it, another leaves it. Nothing is counted silently. */
export const StillHolds = (props: StillHoldsProps) => {
  const { t } = useI18n();
  const { asked, consultation } = untrack(() => ({ ...props }));
  const to = useAddresses(consultation.id);
  const said = () => t(`ui.choice.${asked.choice}`);
  return (
    <Notice kind="careful" title={t('versions.still.title')}>
      <p>{t('versions.still.what')}</p>
      <Differences of={props.compared} />
      <WentElsewhere of={props.compared} at={to.passage} />
      <p>{t('versions.still.you-said', { choice: said() })}</p>
      <PostForm class="stack stack-tight">
        <input type="hidden" name="form" value={`vote-${asked.item}`} />
        <input type="hidden" name="item" value={asked.item} />
        <p>
          <Button name="choice" value={asked.choice}>
            {t('versions.still.keep', { choice: said() })}
          </Button>
        </p>
        <p class="row">
          <span>{t('versions.still.change')}</span>
          <For each={CHOICES.filter((one) => one !== asked.choice)}>
            {(one) => (
              <Button look="plain" name="choice" value={one}>
                {t(`ui.choice.${one}`)}
              </Button>
            )}
          </For>
        </p>
        <p>
          <Button look="quiet" name="choice" value="withdrawn">
            {t('versions.still.leave')}
          </Button>
        </p>
      </PostForm>
    </Notice>
  );
};
