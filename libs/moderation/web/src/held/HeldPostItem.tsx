import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Facts,
  Link,
  MutationForm,
  SubmitButton,
  TextChanges,
  TextField,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import { DeskItem } from '../DeskItem.js';
import styles from './held.module.css';

const HeldPostItem_post = graphql(`
  fragment HeldPostItem_post on HeldPost {
    id
    kind
    title
    body
    heldAt
    heldAtRounded
    daysLeft
    suspicions
    changes {
      ...TextChanges_change
    }
    author {
      name
      path
    }
    boardName
    subject {
      title
      path
      lang
    }
  }
`);

const KINDS = {
  THREAD: 'held.kind.THREAD',
  REPLY: 'held.kind.REPLY',
  SELF_SOLVED: 'held.kind.SELF_SOLVED',
  EDIT: 'held.kind.EDIT',
  COMMENT: 'held.kind.COMMENT',
} as const;

const PublishHeldPostMutation = graphql(`
  mutation PublishHeldPost($input: PublishHeldPostInput!) {
    publishHeldPost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const RefuseHeldPostMutation = graphql(`
  mutation RefuseHeldPost($input: RefuseHeldPostInput!) {
    refuseHeldPost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** What somebody new wrote and nobody sees yet, why it waits, and what becomes of it. */
export function HeldPostItem(props: { post: FragmentType<typeof HeldPostItem_post> }) {
  const t = useMessages('moderation');
  const post = readFragment(HeldPostItem_post, props.post);
  const { id: heldPostId, title, body, suspicions, changes, author, subject } = post;
  return (
    <DeskItem
      titleId={`held-${heldPostId}`}
      title={t(KINDS[post.kind])}
      facts={
        <>
          <p className={styles.why}>{suspicions.join(', ')}</p>
          <Facts>
            {author?.path ? (
              <Link to={author.path}>{author.name}</Link>
            ) : (
              <span>{author?.name ?? t('held.anonymous')}</span>
            )}
            {post.boardName && <span>{post.boardName}</span>}
            <TimeText at={post.heldAt} rounded={post.heldAtRounded} />
            <span>{t('held.daysLeft', { count: post.daysLeft })}</span>
          </Facts>
        </>
      }
      decision={
        <>
          <MutationForm
            mutation="publishHeldPost"
            document={PublishHeldPostMutation}
            hidden={{ heldPostId }}
            toInput={({ clientKey }) => ({ heldPostId, clientKey })}
          >
            <SubmitButton>{t('held.publish')}</SubmitButton>
          </MutationForm>
          <MutationForm
            mutation="refuseHeldPost"
            document={RefuseHeldPostMutation}
            hidden={{ heldPostId }}
            toInput={(fields) => ({ heldPostId, reason: fields.text('reason'), clientKey: fields.clientKey })}
            className={styles.refusal}
          >
            <TextField
              name="reason"
              label={t('held.reason')}
              hint={t('held.reasonHint')}
              minLength={3}
              maxLength={500}
              autoComplete="off"
            />
            <SubmitButton look="danger">{t('held.refuse')}</SubmitButton>
          </MutationForm>
        </>
      }
    >
      <div className={styles.post}>
        {subject && (
          <Link to={subject.path} lang={subject.lang}>
            {subject.title}
          </Link>
        )}
        {title && title !== subject?.title && <strong>{title}</strong>}
        {changes.length > 0 ? <TextChanges changes={changes} /> : <p className={styles.text}>{body}</p>}
      </div>
    </DeskItem>
  );
}
