import { graphql, readFragment, type AccessDecision, type FragmentType } from '@kundig/api-contract';
import {
  formStyles,
  Link,
  MutationForm,
  SubmitButton,
  TextField,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import styles from '../forms.module.css';

const AccessRequestItem_request = graphql(`
  fragment AccessRequestItem_request on AccessRequest {
    id
    group
    note
    createdAt
    member {
      id
      nickname
      path
    }
  }
`);

const DecideAccessMutation = graphql(`
  mutation DecideAccess($input: DecideAccessInput!) {
    decideAccess(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Somebody who wants to be let into a group, with both answers. */
export function AccessRequestItem(props: { request: FragmentType<typeof AccessRequestItem_request> }) {
  const t = useMessages('administration');
  const { id, group, note, createdAt, member } = readFragment(AccessRequestItem_request, props.request);
  return (
    <article className={styles.card}>
      <h3>
        {member && <Link to={member.path}>{member.nickname}</Link>} · {group}
      </h3>
      <p className={styles.facts}>
        <TimeText at={createdAt} />
      </p>
      {note && <p>{note}</p>}
      <MutationForm
        mutation="decideAccess"
        document={DecideAccessMutation}
        hidden={{ request: id }}
        toInput={(fields) => ({
          request: id,
          decision: fields.text('decision') as AccessDecision,
          answer: fields.optional('answer'),
          clientKey: fields.clientKey,
        })}
        className={formStyles.form}
        label={t('access.decide', { name: member?.nickname ?? '' })}
      >
        <TextField
          name="answer"
          label={t('access.answer')}
          hint={t('access.answerHint')}
          maxLength={500}
          autoComplete="off"
          optional
        />
        <div className={styles.actions}>
          <SubmitButton name="decision" value="ACCEPTED">
            {t('access.accept')}
          </SubmitButton>
          <SubmitButton name="decision" value="DECLINED" look="outline">
            {t('access.decline')}
          </SubmitButton>
        </div>
      </MutationForm>
    </article>
  );
}
