import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TimeText, useMessages, usePageRuntime } from '@kundig/web-kit';
import { KIND_WORDS } from '../kind-words.js';
import { ruleKind } from './kinds.js';
import styles from './LeakCountTable.module.css';

const LeakRescan_rescan = graphql(`
  fragment LeakRescan_rescan on LeakRescan {
    finishedAt
    posts
    counts {
      kind
      places
      posts
    }
  }
`);

const RescanPostsMutation = graphql(`
  mutation RescanPosts($input: RescanPostsInput!) {
    rescanPosts(input: $input) {
      ... on RescanPostsSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** What stands in posts that were written before today's rules, in numbers, and the button to look again. */
export function LeakRescan(props: { rescan: FragmentType<typeof LeakRescan_rescan> | null | undefined }) {
  const t = useMessages('leak-guard');
  const { locale } = usePageRuntime();
  const rescan = readFragment(LeakRescan_rescan, props.rescan);
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      {rescan && (
        <p>
          <TimeText at={rescan.finishedAt} /> · {t('rescan.looked', { count: rescan.posts })}
        </p>
      )}
      {rescan && rescan.counts.length > 0 && (
        <table className={styles.counts}>
          <thead>
            <tr>
              <th scope="col">{t('counts.kind')}</th>
              <th scope="col">{t('rescan.places')}</th>
              <th scope="col">{t('rescan.posts')}</th>
            </tr>
          </thead>
          <tbody>
            {rescan.counts.map(({ kind, places, posts }) => (
              <tr key={kind}>
                <th scope="row">{t(KIND_WORDS[ruleKind(kind)])}</th>
                <td>{number.format(places)}</td>
                <td>{number.format(posts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MutationForm
        mutation="rescanPosts"
        document={RescanPostsMutation}
        toInput={({ clientKey }) => ({ clientKey })}
        inline
      >
        <SubmitButton>{t('rescan.begin')}</SubmitButton>
      </MutationForm>
    </>
  );
}
