import type { PlaceView } from '#shared/consultations/views.ts';
import { NOTICE_PAGE } from '#shared/moderation/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { FullText } from '#web/ui/full-text/full-text.tsx';
import { frameOf, loadPlace, type Frame } from './load.ts';

type Data = Frame & Pick<PlaceView, 'houseRules'>;

const RulesPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t('info.rules.title')}</h1>
      <p class="lead">{t('info.rules.lead')}</p>
      <FullText texts={props.data.houseRules} />
      <h2>{t('info.rules.what-happens')}</h2>
      <p>{t('info.rules.person-decides')}</p>
      <p>{t('info.rules.take-back')}</p>
      <p>{t('notices.how')}</p>
      <p>
        <a href={`/${locale}${NOTICE_PAGE}`}>{t('notices.to-state')}</a>
      </p>
      <p>
        <a href={`/${locale}/p/${props.data.slug}/transparency`}>{t('info.rules.transparency')}</a>
      </p>
    </div>
  );
};

export default definePage<Data>({
  cache: 'public',
  load: async (loading) => {
    const place = await loadPlace(loading);
    return { ...frameOf(place), houseRules: place.houseRules };
  },
  head: (_, { t }) => ({ title: t('info.rules.title'), description: t('info.rules.lead') }),
  place: (place) => place,
  View: RulesPage,
});
