import { answer } from '#web/api.ts';
import { loadConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { idIn } from '#web/ids.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { languageAsked } from './language-asked.ts';
import { OneTextBeside, translatedIn, type OneText } from './one-text.tsx';

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, params, url } = posting;
  const param = { con: idIn('consultation', params), ctr: idIn('contribution', params) };
  const json = translatedIn(posting);
  await answer(api.consultations[':con'].contributions[':ctr'].translations.$put({ param, json }));
  return { redirect: withDone(url.pathname + url.search, 'draft-saved') };
};

export default definePage<OneText>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id, ctr: idIn('contribution', loading.params) };
    const view = await answer(loading.api.consultations[':con'].contributions[':ctr'].translations.$get({ param }));
    return { desk, view, language: languageAsked(loading) };
  },
  head: (_, { t }) => ({ title: `${t('desk.room.translations')}: ${t('translations.kind.contribution')}` }),
  place: ({ desk }) => desk.place,
  post,
  View: (props) => <OneTextBeside data={props.data} kind="contribution" />,
});
