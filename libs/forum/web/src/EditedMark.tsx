import { Link, useMessages } from '@kundig/web-kit';
import styles from './PostCard.module.css';

/** Says that a post was changed, and leads to what it said before. */
export function EditedMark({ postId }: { postId: string }) {
  const t = useMessages('forum');
  return (
    <Link to={`/p/${postId}/history`} rel="nofollow" className={styles.edited}>
      {t('post.edited')}
    </Link>
  );
}
