import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { definePage } from '#web/page.ts';
import { LinkInMail } from './link-in-mail.tsx';

/** The link at the foot of every mail: takes the address back, without signing in. */
export default definePage<object>({
  cache: 'private',
  load: async () => ({}),
  head: (_, { t }) => ({ title: t('contacts.stop-title') }),
  async post({ api, params, locale }) {
    const { consultation } = await answer(api.contacts.remove.$post({ json: { token: params['token'] ?? '' } }));
    return { redirect: withDone(`/${locale}/c/${consultation}`, 'contact-removed') };
  },
  View: () => <LinkInMail title="contacts.stop-title" text="contacts.stop-text" act="contacts.stop" />,
});
