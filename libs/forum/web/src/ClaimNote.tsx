import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, useMessages } from '@kundig/web-kit';
import styles from './notes.module.css';

const ClaimNote_author = graphql(`
  fragment ClaimNote_author on Author {
    claimedBy {
      name
      path
    }
  }
`);

/** That a member has said in public that a persona was them; the post stays the persona's. */
export function ClaimNote(props: { author: FragmentType<typeof ClaimNote_author> }) {
  const t = useMessages('forum');
  const { claimedBy } = readFragment(ClaimNote_author, props.author);
  if (!claimedBy) return null;
  return (
    <p className={styles.source}>
      <Link to={claimedBy.path}>{claimedBy.name}</Link> {t('author.claimed')}
    </p>
  );
}
