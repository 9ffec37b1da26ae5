import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Facts, IconCheck, Link, Rows, TimeText, TitleText, useMessages } from '@kundig/web-kit';
import styles from './WrittenPosts.module.css';

const WrittenPosts_item = graphql(`
  fragment WrittenPosts_item on MemberPost {
    excerpt
    post {
      id
      path
      kind
      lang
      solution
      createdAt
      createdAtRounded
    }
    thread {
      id
      title
      lang
    }
  }
`);

interface WrittenPostsProps {
  items: readonly FragmentType<typeof WrittenPosts_item>[];
  /** Level of the titles, one below the heading above the list. */
  level: 2 | 3;
  /** Names of the personas behind one's own anonymous posts, by the post's id. */
  personas?: ReadonlyMap<string, string>;
  /** How often one's own posts were thanked for, by the post's id. */
  thanks?: ReadonlyMap<string, number>;
}

/** What somebody wrote, each with the thread it stands in. */
export function WrittenPosts({ items, level, personas, thanks }: WrittenPostsProps) {
  const t = useMessages('pages');
  const Title = `h${level}` as const;
  return (
    <Rows>
      {readFragment(WrittenPosts_item, items).map(({ post, thread, excerpt }) => (
        <li key={post.id}>
          <Title className={styles.title} lang={thread.lang}>
            <Link to={post.path}>
              <TitleText text={thread.title} />
            </Link>
          </Title>
          <p className={styles.excerpt} lang={post.lang}>
            {excerpt}
          </p>
          <Facts>
            {post.solution && (
              <strong className={styles.solution}>
                <IconCheck size={16} stroke={2.5} aria-hidden /> {t('member.solution')}
              </strong>
            )}
            {personas?.has(post.id) && (
              <strong className={styles.anonymous}>
                {t('mine.anonymous', { name: personas.get(post.id)! })}
              </strong>
            )}
            <span>{t(post.kind === 'OPENING' ? 'member.asked' : 'member.replied')}</span>
            <TimeText at={post.createdAt} rounded={post.createdAtRounded} />
            {thanks?.has(post.id) && <span>{t('personas.thanks', { count: thanks.get(post.id)! })}</span>}
          </Facts>
        </li>
      ))}
    </Rows>
  );
}
