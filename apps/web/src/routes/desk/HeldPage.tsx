import { graphql } from '@kundig/api-contract';
import { HeldPostItem } from '@kundig/moderation/web';
import { useMarkDeskRead } from '@kundig/notifications/web';
import {
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
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

/** Words of the answers to the forms here. */
const DONE = {
  published: 'desk.heldPublished',
  refused: 'desk.heldRefused',
} as const;

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(HeldPageQuery, {});
  return { title: messages('pages')('desk.held'), noindex: true };
}

/** What waits for a moderator before anybody sees it. */
export default function HeldPage({ url }: PageProps) {
  const t = useMessages('pages');
  useMarkDeskRead('WAITING');
  const { heldPosts } = usePageQuery(HeldPageQuery, {});
  return (
    <DeskFrame title={t('desk.held')}>
      <DoneNotice url={url} texts={DONE} />
      <p>{t('desk.heldWhy')}</p>
      <DeskList items={heldPosts} none={'desk.noHeld'}>
        {(post) => <HeldPostItem key={post.id} post={post} />}
      </DeskList>
    </DeskFrame>
  );
}
