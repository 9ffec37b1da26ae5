import { graphql } from '@kundig/api-contract';
import { BoardOrder } from '@kundig/administration/web';
import {
  EmptyState,
  LinkButton,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const BoardsPageQuery = graphql(`
  query BoardsPage {
    boardDesk {
      id
      ...BoardOrder_board
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(BoardsPageQuery, {});
  return { title: messages('pages')('admin.boards'), noindex: true };
}

/** The tree of boards: order, and the way to each one's settings. */
export default function BoardsPage() {
  const t = useMessages('pages');
  const { boardDesk } = usePageQuery(BoardsPageQuery, {});
  return (
    <AdminFrame title={t('admin.boards')}>
      <p>
        <LinkButton to="/admin/boards/new" look="filled">
          {t('admin.newBoard')}
        </LinkButton>
      </p>
      {boardDesk.length > 0 ? (
        <>
          <p>{t('admin.boardsOrder')}</p>
          <BoardOrder boards={boardDesk} />
        </>
      ) : (
        <EmptyState text={t('admin.noBoards')} />
      )}
    </AdminFrame>
  );
}
