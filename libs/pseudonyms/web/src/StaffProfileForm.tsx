import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import styles from './PersonForm.module.css';

const StaffProfileForm_profile = graphql(`
  fragment StaffProfileForm_profile on StaffProfileObject {
    realName
    roleDe
    roleEn
  }
`);

const SaveStaffProfileMutation = graphql(`
  mutation SaveStaffProfile($input: SaveStaffProfileInput!) {
    saveStaffProfile(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface StaffProfileFormProps {
  profile?: FragmentType<typeof StaffProfileForm_profile> | null;
  /** Path to offer afterwards, without the language prefix. */
  next?: string;
}

/** Under which name and in which role somebody speaks for the operator. */
export function StaffProfileForm({ next, ...props }: StaffProfileFormProps) {
  const t = useMessages('pseudonyms');
  const profile = readFragment(StaffProfileForm_profile, props.profile);
  return (
    <MutationForm
      mutation="saveStaffProfile"
      document={SaveStaffProfileMutation}
      hidden={next ? { next } : undefined}
      toInput={(fields) => ({
        realName: fields.text('realName'),
        roleDe: fields.text('roleDe'),
        roleEn: fields.text('roleEn'),
        next,
        clientKey: fields.clientKey,
      })}
      className={styles.form}
      label={t('staff.title')}
    >
      <TextField
        name="realName"
        label={t('staff.realName')}
        hint={t('staff.realNameHint')}
        defaultValue={profile?.realName}
        minLength={3}
        maxLength={80}
        autoComplete="name"
      />
      <TextField
        name="roleDe"
        label={t('staff.roleDe')}
        hint={t('staff.roleHint')}
        defaultValue={profile?.roleDe}
        minLength={2}
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        name="roleEn"
        label={t('staff.roleEn')}
        defaultValue={profile?.roleEn}
        minLength={2}
        maxLength={60}
        autoComplete="off"
      />
      <div>
        <SubmitButton>{t('staff.save')}</SubmitButton>
      </div>
    </MutationForm>
  );
}
