import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { FetchForm } from './fetch-form.tsx';

/** The link, and for whoever brings the file herself the file. */
export const MadeLink = (props: { link: string; consultation: string; back: string }) => {
  const { t } = useI18n();
  const token = () => props.link.split('/').at(-1) ?? '';
  return (
    <>
      <Notice kind="good" title={t('auditing.made')} spoken>
        <p>
          <code class="words" dir="ltr">
            {props.link}
          </code>
        </p>
        <p>{t('auditing.made-how')}</p>
      </Notice>
      <h2>{t('auditing.yourself')}</h2>
      <p>{t('auditing.yourself-what')}</p>
      <FetchForm consultation={props.consultation} token={token()}>
        {t('auditing.fetch')}
      </FetchForm>
      <p>
        <LinkButton href={props.back} look="plain">
          {t('auditing.made-done')}
        </LinkButton>
      </p>
    </>
  );
};
