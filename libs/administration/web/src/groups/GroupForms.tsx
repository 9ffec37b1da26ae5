import { graphql } from '@kundig/api-contract';
import { formStyles, Link, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import styles from '../forms.module.css';

const SaveGroupMutation = graphql(`
  mutation SaveGroup($input: SaveGroupInput!) {
    saveGroup(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const AddGroupMemberMutation = graphql(`
  mutation AddGroupMember($input: GroupMemberInput!) {
    addGroupMember(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const RemoveGroupMemberMutation = graphql(`
  mutation RemoveGroupMember($input: GroupMemberInput!) {
    removeGroupMember(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const AppointLeadMutation = graphql(`
  mutation AppointLead($input: AppointLeadInput!) {
    appointLead(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface Group {
  id: string;
  nameDe: string;
  nameEn: string;
}

/** The names of a group. @param group absent for a new one */
export function GroupForm({ group }: { group?: Group }) {
  const t = useMessages('administration');
  return (
    <MutationForm
      mutation="saveGroup"
      document={SaveGroupMutation}
      hidden={group && { group: group.id }}
      toInput={(fields) => ({
        group: group?.id,
        nameDe: fields.text('nameDe'),
        nameEn: fields.text('nameEn'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t(group ? 'group.names' : 'group.new')}
    >
      <div className={formStyles.two}>
        <TextField
          name="nameDe"
          label={t('group.nameDe')}
          defaultValue={group?.nameDe}
          minLength={2}
          maxLength={60}
        />
        <TextField
          name="nameEn"
          label={t('group.nameEn')}
          defaultValue={group?.nameEn}
          minLength={2}
          maxLength={60}
        />
      </div>
      <SubmitButton look="outline">{t(group ? 'group.save' : 'group.add')}</SubmitButton>
    </MutationForm>
  );
}

interface GroupMembersProps {
  group: string;
  members: readonly { lead: boolean; member: { id: string; nickname: string; path: string } }[];
  /** Whether the viewer says who looks after the group. */
  mayAppoint: boolean;
}

/** Who belongs to a group; lets in by nickname, and takes out. */
export function GroupMembers({ group, members, mayAppoint }: GroupMembersProps) {
  const t = useMessages('administration');
  return (
    <>
      <MutationForm
        mutation="addGroupMember"
        document={AddGroupMemberMutation}
        hidden={{ group }}
        toInput={(fields) => ({ group, nickname: fields.text('nickname'), clientKey: fields.clientKey })}
        className={styles.line}
        label={t('group.addMember')}
      >
        <TextField name="nickname" label={t('people.nickname')} maxLength={60} autoComplete="off" />
        <SubmitButton look="outline">{t('group.addMember')}</SubmitButton>
      </MutationForm>
      <ul className={styles.rows}>
        {members.map(({ lead, member: { id, nickname, path } }) => (
          <li key={id}>
            <div>
              <Link to={path}>{nickname}</Link>
              {lead && <p className={styles.facts}>{t('group.lead')}</p>}
            </div>
            <div className={styles.actions}>
              {mayAppoint && <AppointLeadForm group={group} nickname={nickname} lead={lead} />}
              <MutationForm
                mutation="removeGroupMember"
                document={RemoveGroupMemberMutation}
                hidden={{ group, nickname }}
                toInput={({ clientKey }) => ({ group, nickname, clientKey })}
                inline
              >
                <SubmitButton
                  look="quiet"
                  size="small"
                  aria-label={t('group.removeMember', { name: nickname })}
                >
                  {t('group.remove')}
                </SubmitButton>
              </MutationForm>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Closed groups with their size, each leading to its page. */
export function GroupRows({
  groups,
}: {
  groups: readonly { id: string; name: string; memberCount: number }[];
}) {
  const t = useMessages('administration');
  return (
    <ul className={styles.rows}>
      {groups.map(({ id, name, memberCount }) => (
        <li key={id}>
          <Link to={`/admin/groups/${id}`}>{name}</Link>
          <p className={styles.facts}>{t('group.size', { count: memberCount })}</p>
        </li>
      ))}
    </ul>
  );
}

/** Lets a member look after the group, or no longer. @param lead whether it does now */
function AppointLeadForm({ group, nickname, lead }: { group: string; nickname: string; lead: boolean }) {
  const t = useMessages('administration');
  return (
    <MutationForm
      mutation="appointLead"
      document={AppointLeadMutation}
      hidden={{ group, nickname, lead: String(!lead) }}
      toInput={({ clientKey }) => ({ group, nickname, lead: !lead, clientKey })}
      inline
    >
      <SubmitButton
        look="outline"
        size="small"
        aria-label={t(lead ? 'group.dismissLead' : 'group.appointLead', { name: nickname })}
      >
        {t(lead ? 'group.dismiss' : 'group.appoint')}
      </SubmitButton>
    </MutationForm>
  );
}
