import { graphql } from '@kundig/api-contract';
import { SynonymForm, SynonymGroups, SynonymPreview } from '@kundig/search/web';
import {
  EmptyState,
  PageNotFound,
  Section,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { DeskFrame } from './DeskFrame.js';

const SynonymsPageQuery = graphql(`
  query SynonymsPage($words: String!, $oneWay: Boolean!, $groupId: ID, $isAsked: Boolean!) {
    viewer {
      mayImproveSearch
    }
    synonymGroups {
      id
      words
      oneWay
      revision
      ...SynonymGroups_group
    }
    synonymPreview(words: $words, oneWay: $oneWay, groupId: $groupId) @include(if: $isAsked) {
      ...SynonymPreview_preview
    }
  }
`);

const LONGEST_TEXT = 800;
const LONGEST_ID = 64;

function variablesOf(url: URL) {
  const words = url.searchParams.get('words')?.slice(0, LONGEST_TEXT) ?? '';
  return {
    words,
    oneWay: url.searchParams.get('oneWay') === 'true',
    groupId: url.searchParams.get('group')?.slice(0, LONGEST_ID) || undefined,
    // A single word is a beginning that another desk made, nothing to be looked at yet.
    isAsked: /[\n,;]/.test(words.trim()),
  };
}

/** Words of the answers to the forms here. */
const DONE = { saved: 'desk.synonymsSaved', removed: 'desk.synonymsRemoved' } as const;

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { viewer: person } = await query(SynonymsPageQuery, variablesOf(url));
  if (!person.mayImproveSearch) throw new PageNotFound();
  return { title: messages('pages')('desk.synonyms'), noindex: true };
}

/** Words by which the same is found: what they would change is looked at before they are saved. */
export default function SynonymsPage({ url }: PageProps) {
  const t = useMessages('pages');
  const variables = variablesOf(url);
  const { synonymGroups, synonymPreview } = usePageQuery(SynonymsPageQuery, variables);
  const changed = synonymGroups.find(({ id }) => id === variables.groupId);
  const asked = {
    groupId: changed?.id,
    words: variables.words || (changed?.words.join('\n') ?? ''),
    oneWay: variables.words === '' && changed ? changed.oneWay : variables.oneWay,
  };
  return (
    <DeskFrame title={t('desk.synonyms')} facts={<p>{t('desk.synonymsWhy')}</p>}>
      <DoneNotice url={url} texts={DONE} />
      <Section title={t(changed ? 'desk.changeSynonyms' : 'desk.newSynonyms')}>
        <Sheet>
          <SynonymForm {...asked} />
        </Sheet>
      </Section>
      {synonymPreview && (
        <Section title={t('desk.synonymEffects')}>
          <Sheet>
            <SynonymPreview {...asked} revision={changed?.revision} preview={synonymPreview} />
          </Sheet>
        </Section>
      )}
      <Section title={t('desk.allSynonyms')}>
        {synonymGroups.length > 0 ? (
          <SynonymGroups groups={synonymGroups} />
        ) : (
          <EmptyState text={t('desk.noSynonyms')} quiet />
        )}
      </Section>
    </DeskFrame>
  );
}
