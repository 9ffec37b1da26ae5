import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, Rows, SubmitButton, TimeText, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './FaqDesk.module.css';

const FaqReleases_release = graphql(`
  fragment FaqReleases_release on FaqRelease {
    id
    createdAt
    entryCount
    progress
    state
    files {
      name
      path
      bytes
    }
  }
`);

const ExportFaqMutation = graphql(`
  mutation ExportFaq($input: ExportFaqInput!) {
    exportFaq(input: $input) {
      ... on ExportFaqSuccess {
        path
        release {
          ...FaqReleases_release
        }
      }
      ...Refusal_error
    }
  }
`);

/** The exports so far with their files, and the button for the next one. */
export function FaqReleases(props: { releases: readonly FragmentType<typeof FaqReleases_release>[] }) {
  const t = useMessages('faq');
  const { locale } = usePageRuntime();
  const releases = readFragment(FaqReleases_release, props.releases);
  const kilobytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  });
  return (
    <div className={styles.form}>
      <MutationForm
        mutation="exportFaq"
        document={ExportFaqMutation}
        toInput={({ clientKey }) => ({ clientKey })}
        inline
      >
        <SubmitButton>{t('release.export')}</SubmitButton>
      </MutationForm>
      <Rows className={styles.rows}>
        {releases.map((release) => (
          <li key={release.id}>
            <div>
              <TimeText at={release.createdAt} /> · {t('release.entries', { count: release.entryCount })}
              {release.progress < 1 && (
                <progress value={release.progress} aria-label={t('release.progress')}>
                  {Math.round(release.progress * 100)} %
                </progress>
              )}
              <ul className={styles.files}>
                {release.files.map(({ name, path, bytes }) => (
                  <li key={path}>
                    <a href={path} download>
                      {name}
                    </a>{' '}
                    ({kilobytes.format(bytes / 1000)})
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </Rows>
    </div>
  );
}
