import { graphql } from '@kundig/api-contract';
import { AcceptTextsForm } from '@kundig/identity/web';
import {
  EmptyState,
  LinkButton,
  Narrow,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';

const AcceptTextsPageQuery = graphql(`
  query AcceptTextsPage {
    textsToAccept {
      ...AcceptTextsForm_text
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(AcceptTextsPageQuery, {});
  return { title: messages('pages')('texts.title'), noindex: true };
}

/** What has changed in the operator's texts, and whether it is accepted. */
export default function AcceptTextsPage() {
  const t = useMessages('pages');
  const { textsToAccept } = usePageQuery(AcceptTextsPageQuery, {});
  return (
    <Narrow>
      <h1>{t('texts.title')}</h1>
      {textsToAccept.length > 0 ? (
        <>
          <p>{t('texts.text')}</p>
          <AcceptTextsForm texts={textsToAccept} />
        </>
      ) : (
        <EmptyState text={t('texts.none')}>
          <LinkButton to="/">{t('done.home')}</LinkButton>
        </EmptyState>
      )}
    </Narrow>
  );
}
