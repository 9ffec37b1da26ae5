import { graphql } from '@kundig/api-contract';
import { AskForRevealForm, RevealFacts } from '@kundig/moderation/web';
import {
  Callout,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { ActionFrame } from '../ActionFrame.js';

const RevealPageQuery = graphql(`
  query RevealPage($id: ID!) {
    revealsPossible
    post(id: $id) {
      id
      html
      lang
      createdAt
      createdAtRounded
      author {
        name
        path
      }
      thread {
        id
        title
        path
      }
      reveals {
        id
        state
        ...RevealFacts_request
      }
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { post } = await query(RevealPageQuery, { id: params.id! });
  if (!post?.reveals) throw new PageNotFound();
  return { title: messages('pages')('reveal.title'), noindex: true };
}

/** A moderator asks who stands behind the persona that wrote a post, and sees how earlier requests stand. */
export default function RevealPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post, revealsPossible } = usePageQuery(RevealPageQuery, { id: params.id! });
  if (!post?.reveals) return null;
  const { id, thread, reveals } = post;
  const waits = reveals.some(({ state }) => state === 'OPEN');
  return (
    <ActionFrame
      trail={[{ href: thread.path, text: thread.title }]}
      title={t('reveal.title')}
      text={<p>{t('reveal.text')}</p>}
      subject={post}
    >
      {!revealsPossible && <Callout tone="waiting">{t('reveal.off')}</Callout>}
      {revealsPossible && !waits && <AskForRevealForm postId={id} />}
      {reveals.length > 0 && (
        <Section title={t('reveal.before')}>
          {reveals.map((request) => (
            <RevealFacts key={request.id} request={request} />
          ))}
        </Section>
      )}
    </ActionFrame>
  );
}
