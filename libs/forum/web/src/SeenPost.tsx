import { clsx } from 'clsx';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Facts,
  IconCheck,
  Link,
  OfficialMark,
  PrivateOpinionMark,
  Prose,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import { AuthorLine } from './AuthorLine.js';
import { ClaimNote } from './ClaimNote.js';
import { EditedMark } from './EditedMark.js';
import { PostStubNote } from './PostStubNote.js';
import styles from './PostCard.module.css';

const SeenPost_post = graphql(`
  fragment SeenPost_post on SeenPost {
    id
    path
    position
    html
    lang
    createdAt
    createdAtRounded
    editedAt
    isAsker
    byExpert
    official
    privateOpinion
    solution
    kudosCount
    author {
      ...AuthorLine_author
      ...ClaimNote_author
    }
    stub {
      ...PostStubNote_stub
    }
  }
`);

/** A post of one's own as others see it: the words of `PostCard`, and nothing to do with it. */
export function SeenPost(props: { post: FragmentType<typeof SeenPost_post> }) {
  const t = useMessages('forum');
  const post = readFragment(SeenPost_post, props.post);
  return (
    <article
      className={clsx(styles.post, post.official && styles.official)}
      aria-label={t('post.label', { position: post.position })}
    >
      <header className={styles.head}>
        <AuthorLine author={post.author} isExpert={post.byExpert} isAsker={post.isAsker} hanging />
        {post.privateOpinion && <PrivateOpinionMark />}
        <Link to={post.path} className={styles.time}>
          <TimeText at={post.createdAt} rounded={post.createdAtRounded} />
        </Link>
        {post.editedAt && <EditedMark postId={post.id} />}
        {post.official && <OfficialMark />}
        {post.solution && (
          <span className={styles.mark}>
            <IconCheck size={16} stroke={2.5} aria-hidden /> {t('post.solution')}
          </span>
        )}
      </header>
      {post.stub && <PostStubNote stub={post.stub} />}
      {post.html && <Prose html={post.html} lang={post.lang} />}
      {!post.stub && <ClaimNote author={post.author} />}
      {post.kudosCount > 0 && (
        <Facts>
          <span>{t('post.kudos', { count: post.kudosCount })}</span>
        </Facts>
      )}
    </article>
  );
}
