import { graphql, type Locale, type Role } from '@kundig/api-contract';
import {
  formStyles,
  MutationForm,
  Select,
  SubmitButton,
  TextArea,
  useFormState,
  useMessages,
  usePageRuntime,
  type PersonalLink,
} from '@kundig/web-kit';
import styles from '../forms.module.css';
import { roleKeys } from '../people/RoleForms.js';
import { RoleMeanings } from '../people/RoleMeanings.js';

const InviteMembersMutation = graphql(`
  mutation InviteMembers($input: InviteMembersInput!) {
    inviteMembers(input: $input) {
      ... on InviteMembersSuccess {
        path
        links {
          mail
          url
        }
      }
      ...Refusal_error
    }
  }
`);

const LONGEST_PASTE = 20_000;
const LONGEST_MESSAGE = 1000;

interface InviteFormProps {
  groups: readonly { id: string; name: string }[];
  /** Called with the links of the invitations that are new. */
  onSent(links: readonly PersonalLink[]): void;
}

/** Asks people to join: addresses as they are pasted, what they may do, and a few words to them. */
export function InviteForm({ groups, onSent }: InviteFormProps) {
  const t = useMessages('administration');
  const { locale, site } = usePageRuntime();
  return (
    <MutationForm
      mutation="inviteMembers"
      document={InviteMembersMutation}
      toInput={(fields) => ({
        mails: fields.text('mails'),
        locale: fields.text('locale') as Locale,
        role: (fields.optional('role') as Role | undefined) ?? null,
        groups: fields.all('groups'),
        message: fields.optional('message'),
        clientKey: fields.clientKey,
      })}
      onDone={({ inviteMembers }) => 'links' in inviteMembers && onSent(inviteMembers.links)}
      className={formStyles.form}
      label={t('invite.title')}
      guarded
    >
      <TextArea
        name="mails"
        label={t('invite.mails')}
        hint={t('invite.mailsHint')}
        rows={5}
        maxLength={LONGEST_PASTE}
        autoComplete="off"
        spellCheck={false}
      />
      <div className={formStyles.two}>
        <Select name="role" label={t('role.role')} defaultValue="" optional>
          <option value="">{t('invite.noRole')}</option>
          {Object.entries(roleKeys).map(([role, key]) => (
            <option key={role} value={role}>
              {t(key)}
            </option>
          ))}
        </Select>
        <Select name="locale" label={t('invite.locale')} defaultValue={locale}>
          <option value="de">{t('invite.german')}</option>
          <option value="en">{t('invite.english')}</option>
        </Select>
      </div>
      <RoleMeanings />
      {groups.length > 0 && <GroupChoice groups={groups} />}
      <TextArea
        name="message"
        label={t('invite.message')}
        hint={t('invite.messageHint')}
        rows={4}
        maxLength={LONGEST_MESSAGE}
        optional
      />
      <SubmitButton>{t(site.mailless ? 'invite.sendMailless' : 'invite.send')}</SubmitButton>
    </MutationForm>
  );
}

/** Groups to belong to from the start; a refused form comes back with those that were ticked. */
function GroupChoice({ groups }: { groups: readonly { id: string; name: string }[] }) {
  const t = useMessages('administration');
  const { typed } = useFormState();
  const ticked = [typed?.groups ?? []].flat();
  return (
    <fieldset className={styles.choice}>
      <legend>{t('invite.groups')}</legend>
      {groups.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" name="groups" value={id} defaultChecked={ticked.includes(id)} /> {name}
        </label>
      ))}
    </fieldset>
  );
}
