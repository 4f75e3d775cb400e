import { ROLES, type Role } from '#shared/places/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';

type RolesFieldProps = { id: string; chosen: readonly string[]; error: string | undefined };

/** One or several roles, each with what it means. */
export const RolesField = (props: RolesFieldProps) => {
  const { t } = useI18n();
  return (
    <ChoiceGroup
      kind="checkbox"
      name="roles"
      id={props.id}
      legend={t('staff.roles')}
      error={props.error}
      chosen={props.chosen}
      options={ROLES.map((role) => ({ value: role, label: t(`desk.role.${role}`), hint: t(`staff.what.${role}`) }))}
    />
  );
};

export const rolesIn = (form: FormData): Role[] => ROLES.filter((role) => form.getAll('roles').includes(role));
