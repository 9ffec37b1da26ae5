import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  PrivateOpinionMark,
  Prose,
  Sheet,
  staffEdge,
  TextFooter,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import { AuthorLine } from './AuthorLine.js';
import { EditedMark } from './EditedMark.js';
import { ClaimNote } from './ClaimNote.js';
import { ImportNote } from './ImportNote.js';
import { PostStubNote } from './PostStubNote.js';
import { TextFold } from './TextFold.js';
import { ThreadDetails } from './ThreadDetails.js';
import styles from './QuestionCard.module.css';

const QuestionCard_post = graphql(`
  fragment QuestionCard_post on Post {
    id
    byExpert
    html
    lang
    createdAt
    createdAtRounded
    editedAt
    privateOpinion
    author {
      kind
      ...AuthorLine_author
      ...ClaimNote_author
    }
    stub {
      ...PostStubNote_stub
    }
    source {
      ...ImportNote_source
    }
  }
`);

// About five lines at 390 px; anything shorter is not worth a click.
const FOLD_FROM_CHARACTERS = 320;

interface QuestionCardProps {
  post: FragmentType<typeof QuestionCard_post>;
  /** Shows five lines only, when the solution is what the reader came for. */
  folded: boolean;
  /** What the board asked beside the question. */
  details?: readonly { label: string; value: string }[];
  footer?: ReactNode;
}

/** The text a thread begins with. */
export function QuestionCard({ folded, details = [], footer, ...props }: QuestionCardProps) {
  const t = useMessages('forum');
  const post = readFragment(QuestionCard_post, props.post);
  const fold = folded && (post.html?.length ?? 0) > FOLD_FROM_CHARACTERS;
  return (
    <Sheet>
      <article
        id={`p-${post.id}`}
        tabIndex={-1}
        className={clsx(styles.question, post.author.kind === 'STAFF' && !post.privateOpinion && staffEdge)}
        aria-label={t('question.label')}
      >
        <h2 className="visually-hidden">{t('question.label')}</h2>
        <header className={styles.head}>
          <AuthorLine author={post.author} isExpert={post.byExpert} hanging />
          {post.privateOpinion && <PrivateOpinionMark />}
          <TimeText at={post.createdAt} rounded={post.createdAtRounded} />
          {post.editedAt && <EditedMark postId={post.id} />}
        </header>
        {post.stub && <PostStubNote stub={post.stub} />}
        {post.html &&
          (fold ? (
            <TextFold html={post.html} lang={post.lang} lines="five" unfold={t('question.unfold')} />
          ) : (
            <Prose html={post.html} lang={post.lang} />
          ))}
        <ThreadDetails details={details} />
        {!post.stub && <ClaimNote author={post.author} />}
        {post.source && <ImportNote source={post.source} />}
        {footer && (
          <TextFooter stub={Boolean(post.stub)} className={styles.footer}>
            {footer}
          </TextFooter>
        )}
      </article>
    </Sheet>
  );
}
