import type { ReplyId, Target } from '#shared/replies/schema.ts';
import { answer } from '#web/api.ts';
import { loadConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { idIn } from '#web/ids.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { languageAsked } from './language-asked.ts';
import { OneTextBeside, translatedIn, type OneText } from './one-text.tsx';

const replyIn = (params: Record<string, string>) => ({
  target: (params['target'] ?? '') as Target,
  root: (params['root'] ?? '') as ReplyId,
  reply: (params['reply'] ?? '') as ReplyId,
});

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, params, url } = posting;
  const param = { con: idIn('consultation', params), ...replyIn(params) };
  const json = translatedIn(posting);
  await answer(api.consultations[':con'].threads[':target'][':root'][':reply'].translations.$put({ param, json }));
  return { redirect: withDone(url.pathname + url.search, 'draft-saved') };
};

export default definePage<OneText>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id, ...replyIn(loading.params) };
    const view = await answer(
      loading.api.consultations[':con'].threads[':target'][':root'][':reply'].translations.$get({ param }),
    );
    return { desk, view, language: languageAsked(loading) };
  },
  head: (_, { t }) => ({ title: `${t('desk.room.translations')}: ${t('translations.kind.reply')}` }),
  place: ({ desk }) => desk.place,
  post,
  View: (props) => <OneTextBeside data={props.data} kind="reply" />,
});
