import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Facts, Link, MutationForm, SubmitButton, TextChanges, TimeText, useMessages } from '@kundig/web-kit';
import styles from './held.module.css';

const OwnHeldPost_post = graphql(`
  fragment OwnHeldPost_post on HeldPost {
    id
    kind
    title
    body
    heldAt
    heldAtRounded
    daysLeft
    changes {
      ...TextChanges_change
    }
    subject {
      title
      path
      lang
    }
  }
`);

const WithdrawHeldPostMutation = graphql(`
  mutation WithdrawHeldPost($input: WithdrawHeldPostInput!) {
    withdrawHeldPost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** What somebody wrote and waits for a moderator, for their own eyes, with the way to take it back. */
export function OwnHeldPost(props: { post: FragmentType<typeof OwnHeldPost_post> }) {
  const t = useMessages('moderation');
  const post = readFragment(OwnHeldPost_post, props.post);
  const { id: heldPostId, body, changes, subject } = post;
  const title = subject?.title ?? post.title;
  return (
    <div className={styles.own}>
      <h3 lang={subject?.lang}>{subject ? <Link to={subject.path}>{title}</Link> : title}</h3>
      {changes.length > 0 ? <TextChanges changes={changes} /> : <p className={styles.text}>{body}</p>}
      <Facts>
        <strong>{t(post.kind === 'EDIT' ? 'held.changeChecked' : 'held.checked')}</strong>
        <TimeText at={post.heldAt} rounded={post.heldAtRounded} />
        <span>{t('held.ownDaysLeft', { count: post.daysLeft })}</span>
      </Facts>
      <MutationForm
        mutation="withdrawHeldPost"
        document={WithdrawHeldPostMutation}
        hidden={{ heldPostId }}
        toInput={({ clientKey }) => ({ heldPostId, clientKey })}
        inline
      >
        <SubmitButton look="outline" size="small" aria-label={t('held.withdrawFrom', { title: title ?? '' })}>
          {t('held.withdraw')}
        </SubmitButton>
      </MutationForm>
    </div>
  );
}
