import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import { casePage } from '#shared/moderation/addresses.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
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

const ADDRESS = /\/c\/(con_\w+)\/contributions\/(ctr_\w+)/;

export const openOwnCase = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const slug = params['slug'] ?? '';
  const [, consultation, id] = ADDRESS.exec(textOf(form, 'address')) ?? [];
  if (!consultation || !id)
    return { problem: { code: 'invalid-request', errors: [{ pointer: '/address', code: 'not-valid' }] } };
  const opened = await answer(
    api.places[':slug'].cases.$post({
      param: { slug },
      json: {
        consultation: consultation as ConsultationId,
        subject: { kind: 'contribution', id: id as ContributionId },
        kind: NOTICE_KINDS.find((kind) => kind === textOf(form, 'kind')) ?? 'other',
      },
    }),
  );
  return { redirect: `/${locale}${casePage(slug, opened.id)}` };
};
