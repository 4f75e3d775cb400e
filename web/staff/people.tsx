import { For, Show } from 'solid-js';
import { REASON_LENGTH } from '#shared/consultations/rules.ts';
import { ROLES } from '#shared/places/rules.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';
import { RolesField } from './roles-field.tsx';

type Colleague = StaffView['people'][number];

type ChangeFormProps = { person: Colleague; kind: 'roles' | 'end' };

/** Other roles, or none any more: both need a reason. */
const ChangeForm = (props: ChangeFormProps) => {
  const { t } = useI18n();
  const name = () => `${props.kind}-${props.person.participant}`;
  const form = useForm(name());
  const roles = (held: readonly string[]) =>
    ROLES.filter((role) => held.includes(role))
      .map((role) => t(`desk.role.${role}`))
      .join(', ');
  const saved = () => [
    { name: 'name', label: t('staff.name'), text: props.person.name },
    { name: 'roles', label: t('staff.roles'), text: roles(props.person.roles), say: roles },
  ];
  const both = () => (props.kind === 'roles' ? form.both(saved()) : undefined);
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <Show when={both()} fallback={form.problem && <Explanation />}>
        {(texts) => <BothTexts texts={texts()} leave="?" />}
      </Show>
      <input type="hidden" name="form" value={name()} />
      <input type="hidden" name="participant" value={props.person.participant} />
      <input type="hidden" name="version" value={form.version(props.person.version)} />
      <Show when={props.kind === 'roles'} fallback={<p>{t('staff.end-what')}</p>}>
        <Field
          name="name"
          id={form.id('name')}
          label={t('staff.name')}
          value={form.word('name') ?? props.person.name}
          error={form.error('name')}
        />
        <RolesField
          id={form.id('roles')}
          chosen={form.words('roles') ?? props.person.roles}
          error={form.error('roles')}
        />
      </Show>
      <Field
        name="reason"
        id={form.id('reason')}
        label={t('staff.reason')}
        hint={t('staff.reason-hint')}
        value={form.word('reason') ?? ''}
        error={form.error('reason')}
        most={REASON_LENGTH}
      />
      <p>
        <Button look={props.kind === 'end' ? 'stop' : 'plain'}>
          {t(props.kind === 'end' ? 'staff.end-yes' : 'staff.save')}
        </Button>
      </p>
    </PostForm>
  );
};

const Person = (props: { person: Colleague; mayAppoint: boolean }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const isSent = () => current.words?.['form']?.[0] === `roles-${props.person.participant}`;
  return (
    <li class="stack stack-tight" id={props.person.participant}>
      <p>
        <strong>
          <bdi>{props.person.name}</bdi>
        </strong>{' '}
        <Show when={props.person.mine}>
          <span class="hint">({t('site.you')})</span>
        </Show>
      </p>
      <p>
        {props.person.roles.map((role) => t(`desk.role.${role}`)).join(' · ')}{' '}
        <span class="hint">
          {t('staff.since')} <Time at={`${props.person.since}T12:00:00.000Z`} zone="UTC" day />
        </span>
      </p>
      <Show when={props.mayAppoint}>
        <Details summary={t('staff.change')} open={isSent()}>
          <ChangeForm person={props.person} kind="roles" />
        </Details>
        <Confirm ask={t('staff.end')}>
          <ChangeForm person={props.person} kind="end" />
        </Confirm>
      </Show>
    </li>
  );
};

/** Everybody in office, with what they do; for whoever may appoint, with the way to change it. */
export const People = (props: { people: readonly Colleague[]; mayAppoint: boolean }) => (
  <ul role="list" class="lines">
    <For each={props.people}>{(person) => <Person person={person} mayAppoint={props.mayAppoint} />}</For>
  </ul>
);
