import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { definePage } from '#web/page.ts';
import { LinkInMail } from './link-in-mail.tsx';

/** "Is this your address?": the link of the first mail. */
export default definePage<object>({
  cache: 'private',
  load: async () => ({}),
  head: (_, { t }) => ({ title: t('contacts.confirm-title') }),
  async post({ api, params, locale }) {
    const { consultation } = await answer(api.contacts.confirm.$post({ json: { token: params['token'] ?? '' } }));
    return { redirect: withDone(`/${locale}/c/${consultation}`, 'contact-confirmed') };
  },
  View: () => <LinkInMail title="contacts.confirm-title" text="contacts.confirm-text" act="contacts.confirm" />,
});
