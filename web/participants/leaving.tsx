import type { ConsultationId } from '#shared/consultations/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { SmallForm } from './page-problem.tsx';

/** The way out of one consultation, or out altogether. What goes is said before the button. */
export const Leaving = (props: { consultation?: ConsultationId }) => {
  const { t } = useI18n();
  const which = () => (props.consultation ? 'leave-one' : 'leave-all');
  return (
    <Confirm ask={t(`participants.${which()}`)}>
      <p>{t(`participants.${which()}-what`)}</p>
      <p>{t('participants.leave-results')}</p>
      <PostForm>
        <SmallForm act={props.consultation ? 'leave-consultation' : 'leave'} />
        <input type="hidden" name="con" value={props.consultation ?? ''} />
        <Button look="stop">{t('participants.leave-yes')}</Button>
      </PostForm>
    </Confirm>
  );
};
