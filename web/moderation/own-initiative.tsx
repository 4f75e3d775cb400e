import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import { casePage } from '#shared/moderation/addresses.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { answer } from '#web/api.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { loadReported, subjectOf } from './load-reported.ts';
import { shownAt } from './shown-at.ts';

/** Of an address: the words there (a contribution, a reply, the translation of a passage), or the name above them. */
const WHATS = ['words', 'name'] as const;

/** Something that a moderator found herself, by the address of its page. */
export const OwnInitiative = () => {
  const { t } = useI18n();
  const form = useForm('own');
  return (
    <Details summary={t('cases.own.title')} open={form.problem !== undefined}>
      <PostForm class="stack stack-tight">
        <FormProblem form={form} />
        <Explanation />
        <input type="hidden" name="form" value="own" />
        <Field
          name="address"
          id={form.id('address')}
          label={t('cases.own.address')}
          hint={t('cases.own.address-hint')}
          value={form.word('address')}
          error={form.error('address')}
        />
        <Select
          name="what"
          id={form.id('what')}
          label={t('cases.own.what')}
          options={WHATS.map((what) => ({ value: what, label: t(`cases.own.what-${what}`) }))}
          chosen={form.word('what') ?? 'words'}
        />
        <Select
          name="kind"
          id={form.id('kind')}
          label={t('cases.decide.kind')}
          options={NOTICE_KINDS.map((kind) => ({ value: kind, label: t(`moderation.kind.${kind}`) }))}
          chosen={form.word('kind') ?? 'hate-speech'}
        />
        <p>
          <Button look="plain">{t('cases.own.do')}</Button>
        </p>
      </PostForm>
    </Details>
  );
};

export const openOwnCase = async ({ api, form, params, locale, url }: Posting): Promise<PostAnswer> => {
  const slug = params['slug'] ?? '';
  const shown = shownAt(textOf(form, 'address').trim(), url);
  if (!shown) return { problem: { code: 'invalid-request', errors: [{ pointer: '/address', code: 'not-valid' }] } };
  const consultation = shown.con as ConsultationId;
  const found = await loadReported(api, consultation, shown.reported);
  const translation = 'psg' in shown.reported ? (shown.reported.translation ?? locale) : locale;
  const opened = await answer(
    api.places[':slug'].cases.$post({
      param: { slug },
      json: {
        consultation,
        subject: subjectOf(found, { isName: textOf(form, 'what') === 'name', translation }),
        kind: NOTICE_KINDS.find((kind) => kind === textOf(form, 'kind')) ?? 'other',
      },
    }),
  );
  return { redirect: `/${locale}${casePage(slug, opened.id)}` };
};
