import type { OperationsView } from '#shared/operations/schema.ts';
import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, Elsewhere, type PostAnswer, type Posting } from '#web/page.ts';
import { signInAt } from '#web/passkeys/way-back.ts';
import { Jobs } from './jobs.tsx';
import { Letters } from './letters.tsx';
import { Mails } from './mails.tsx';
import { StorageFigures, VersionList } from './storage.tsx';

type Data = OperationsView;

const OperationsPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const zone = () => props.data.place.timeZone;
  return (
    <div class="desk stack">
      <p class="desk-where">
        <a href={`/${locale}/p/${props.data.place.slug}/desk`}>{t('operations.back')}</a>
      </p>
      <h1>{t('operations.title')}</h1>
      <p class="lead">{t('operations.what')}</p>
      <Letters letters={props.data.deadLetters} zone={zone()} />
      <Jobs jobs={props.data.jobs} zone={zone()} />
      <Mails mails={props.data.mails} zone={zone()} />
      <StorageFigures storage={props.data.storage} zone={zone()} />
      <VersionList versions={props.data.versions} />
    </div>
  );
};

const post = async ({ api, form, url }: Posting): Promise<PostAnswer> => {
  const param = { letter: textOf(form, 'letter') };
  const act = textOf(form, 'act');
  if (act === 'mails') await answer(api.operations.mails.retry.$post());
  else if (act === 'drop') await answer(api.operations.letters[':letter'].$delete({ param }));
  else await answer(api.operations.letters[':letter'].retry.$post({ param }));
  return { redirect: withDone(url.pathname, 'saved', act === 'mails' ? 'mails' : 'letters') };
};

/** For whoever runs the platform: what goes by itself, what does not, and what she can do about it. */
export default definePage<Data>({
  cache: 'private',
  async load({ api, locale, url }) {
    const me = await answer(api.me.$get());
    if (!me.signedIn || me.office === 'locked') throw new Elsewhere(signInAt(locale, url.pathname));
    if (!me.roles.some(({ roles }) => roles.includes('coordinator'))) return null;
    return answer(api.operations.$get());
  },
  head: (_, { t }) => ({ title: t('operations.title') }),
  post,
  View: OperationsPage,
});
