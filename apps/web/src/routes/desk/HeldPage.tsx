import { graphql } from '@kundig/api-contract';
import { HeldPostItem } from '@kundig/moderation/web';
import { useMarkDeskRead } from '@kundig/notifications/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';
import { DeskList } from './DeskList.js';

const HeldPageQuery = graphql(`
  query HeldPage {
    heldPosts {
      id
      ...HeldPostItem_post
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(HeldPageQuery, {});
  return { title: messages('pages')('desk.held'), noindex: true };
}

/** What waits for a moderator before anybody sees it. */
export default function HeldPage() {
  const t = useMessages('pages');
  useMarkDeskRead('WAITING');
  const { heldPosts } = usePageQuery(HeldPageQuery, {});
  return (
    <DeskFrame title={t('desk.held')}>
      <p>{t('desk.heldWhy')}</p>
      <DeskList items={heldPosts} none={'desk.noHeld'}>
        {(post) => <HeldPostItem key={post.id} post={post} />}
      </DeskList>
    </DeskFrame>
  );
}
