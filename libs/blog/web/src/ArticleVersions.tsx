import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';
import styles from './ArticleVersions.module.css';

const ArticleVersions_version = graphql(`
  fragment ArticleVersions_version on ArticleVersionObject {
    number
    title
    editedAt
    approvedAt
    byOnlyEditor
    editedBy {
      id
      name
    }
    approvedBy {
      id
      name
    }
  }
`);

/** Every version with who wrote and who released it, newest first. */
export function ArticleVersions(props: {
  versions: readonly FragmentType<typeof ArticleVersions_version>[];
}) {
  const t = useMessages('blog');
  return (
    <ol className={styles.versions} reversed>
      {readFragment(ArticleVersions_version, props.versions).map((version) => (
        <li key={version.number} value={version.number}>
          <span className={styles.title}>{version.title}</span>
          <span>
            {t('version.by', { name: version.editedBy.name })} <TimeText at={version.editedAt} />
          </span>
          {version.approvedBy && version.approvedAt && (
            <span>
              {t(version.byOnlyEditor ? 'version.releasedAlone' : 'version.released', {
                name: version.approvedBy.name,
              })}{' '}
              <TimeText at={version.approvedAt} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
