import { graphql, readFragment, type FragmentType, type Role } from '@kundig/api-contract';
import {
  formStyles,
  Link,
  MutationForm,
  Select,
  SubmitButton,
  TextField,
  useMessages,
} from '@kundig/web-kit';
import styles from '../forms.module.css';

const RoleList_file = graphql(`
  fragment RoleList_file on MemberFile {
    member {
      id
      nickname
    }
    roles {
      role
      board
      boardName
    }
  }
`);

const GrantRoleMutation = graphql(`
  mutation GrantRole($input: ChangeRoleInput!) {
    grantRole(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const WithdrawRoleMutation = graphql(`
  mutation WithdrawRole($input: ChangeRoleInput!) {
    withdrawRole(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Names of roles in the texts; the order in which they are offered. */
export const roleKeys = {
  MODERATOR: 'role.moderator',
  STAFF: 'role.staff',
  EDITOR: 'role.editor',
  AUTHOR: 'role.author',
  CUSTODIAN: 'role.custodian',
  ADMINISTRATOR: 'role.administrator',
} as const satisfies Record<Role, string>;

/** Gives somebody a role, everywhere or for one board. */
export function GrantRoleForm({ boards }: { boards: readonly { id: string; name: string }[] }) {
  const t = useMessages('administration');
  return (
    <MutationForm
      mutation="grantRole"
      document={GrantRoleMutation}
      toInput={(fields) => ({
        nickname: fields.text('nickname'),
        role: fields.text('role') as Role,
        board: fields.optional('board'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('role.grant')}
    >
      <div className={formStyles.two}>
        <TextField name="nickname" label={t('people.nickname')} maxLength={60} autoComplete="off" />
        <Select name="role" label={t('role.role')} defaultValue="MODERATOR">
          {Object.entries(roleKeys).map(([role, key]) => (
            <option key={role} value={role}>
              {t(key)}
            </option>
          ))}
        </Select>
      </div>
      <Select name="board" label={t('role.where')} hint={t('role.whereHint')} defaultValue="" optional>
        <option value="">{t('role.everywhere')}</option>
        {boards.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <SubmitButton>{t('role.grant')}</SubmitButton>
    </MutationForm>
  );
}

/** Who holds which roles, person by person, each role with the way to take it away. */
export function RoleList(props: { files: readonly FragmentType<typeof RoleList_file>[] }) {
  const t = useMessages('administration');
  const files = readFragment(RoleList_file, props.files);
  return (
    <ul className={styles.rows}>
      {files.map(({ member: { id, nickname }, roles }) => (
        <li key={id} className={styles.person}>
          <Link to={`/admin/members/${encodeURIComponent(nickname)}`}>{nickname}</Link>
          <ul>
            {roles.map(({ role, board, boardName }) => (
              <li key={`${role} ${board}`} className={styles.held}>
                <span>
                  {t(roleKeys[role])}{' '}
                  <span className={styles.facts}>{boardName ?? t('role.everywhere')}</span>
                </span>
                <MutationForm
                  mutation="withdrawRole"
                  document={WithdrawRoleMutation}
                  hidden={{ nickname, role, ...(board && { board }) }}
                  toInput={({ clientKey }) => ({ nickname, role, board: board ?? undefined, clientKey })}
                  inline
                >
                  <SubmitButton
                    look="quiet"
                    size="small"
                    aria-label={t('role.withdrawFrom', { role: t(roleKeys[role]), name: nickname })}
                  >
                    {t('role.withdraw')}
                  </SubmitButton>
                </MutationForm>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
