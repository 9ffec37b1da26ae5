import { graphql, readFragment, type FragmentType, type HelpSourceProblem } from '@kundig/api-contract';
import {
  Facts,
  MutationForm,
  Rows,
  SubmitButton,
  TimeText,
  useMessages,
  type MessageKey,
} from '@kundig/web-kit';

const HelpSourceList_source = graphql(`
  fragment HelpSourceList_source on HelpSource {
    id
    address
    fetchedAt
    problem
    pages
    failed
    leftOut
  }
`);

const FetchHelpPagesMutation = graphql(`
  mutation FetchHelpPages($input: FetchHelpPagesInput!) {
    fetchHelpPages(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const PROBLEMS: Record<HelpSourceProblem, MessageKey<'search'>> = {
  ADDRESS: 'help.problemAddress',
  INTERNAL: 'help.problemInternal',
  UNREACHABLE: 'help.problemUnreachable',
  SLOW: 'help.problemSlow',
  LARGE: 'help.problemLarge',
  REDIRECTS: 'help.problemRedirects',
  STATUS: 'help.problemStatus',
  UNREADABLE: 'help.problemUnreadable',
  ROBOTS: 'help.problemRobots',
};

/** What came of every sitemap and feed, and the button to read them again. */
export function HelpSourceList(props: { sources: readonly FragmentType<typeof HelpSourceList_source>[] }) {
  const t = useMessages('search');
  return (
    <>
      <Rows>
        {readFragment(HelpSourceList_source, props.sources).map((source) => (
          <li key={source.id}>
            <p>{source.address}</p>
            {source.problem && <p>{t(PROBLEMS[source.problem])}</p>}
            <Facts>
              <span>{t('help.pages', { count: source.pages })}</span>
              {source.failed > 0 && <span>{t('help.failed', { count: source.failed })}</span>}
              {source.leftOut > 0 && <span>{t('help.leftOut', { count: source.leftOut })}</span>}
              {source.fetchedAt ? (
                <span>
                  {t('help.fetched')} <TimeText at={source.fetchedAt} />
                </span>
              ) : (
                <span>{t('help.never')}</span>
              )}
            </Facts>
          </li>
        ))}
      </Rows>
      <MutationForm
        mutation="fetchHelpPages"
        document={FetchHelpPagesMutation}
        toInput={({ clientKey }) => ({ clientKey })}
        inline
      >
        <SubmitButton look="outline">{t('help.fetch')}</SubmitButton>
      </MutationForm>
    </>
  );
}
