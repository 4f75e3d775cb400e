import { For, Show } from 'solid-js';
import { ROLES, actsOf, type Role } from '#shared/places/rules.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';

const Acts = (props: { role: Role }) => {
  const { t } = useI18n();
  return (
    <ul>
      <For each={actsOf(props.role)}>{(act) => <li>{t(`staff.act.${act}`)}</li>}</For>
    </ul>
  );
};

/** What each role is for, what it may never do, and who holds it: so that somebody new understands whom to ask. */
export const RoleList = (props: { people: StaffView['people'] }) => {
  const { t } = useI18n();
  const holders = (role: Role) => props.people.filter(({ roles }) => roles.includes(role));
  return (
    <div class="two-columns">
      <For each={ROLES}>
        {(role) => (
          <section class="card stack stack-tight" aria-labelledby={`role-${role}`}>
            <h3 class="card-heading" id={`role-${role}`}>
              {t(`desk.role.${role}`)}
            </h3>
            <p>{t(`staff.what.${role}`)}</p>
            <p>{t(`staff.never.${role}`)}</p>
            <p>
              {t('staff.held-by')}{' '}
              <Show when={holders(role).length > 0} fallback={t('staff.nobody')}>
                <bdi>
                  {holders(role)
                    .map(({ name }) => name)
                    .join(' · ')}
                </bdi>
              </Show>
            </p>
            <Show when={actsOf(role).length > 0}>
              <Details summary={t('staff.acts')}>
                <Acts role={role} />
              </Details>
            </Show>
          </section>
        )}
      </For>
    </div>
  );
};
