import { graphql } from '@kundig/api-contract';
import { BoardFactsForm } from '@kundig/administration/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const NewBoardPageQuery = graphql(`
  query NewBoardPage {
    boardDesk {
      id
      name
      parentId
    }
    groupDesk {
      id
      name
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(NewBoardPageQuery, {});
  return { title: messages('pages')('admin.newBoard'), noindex: true };
}

/** A new board, at the top or below another. */
export default function NewBoardPage() {
  const t = useMessages('pages');
  const { boardDesk, groupDesk } = usePageQuery(NewBoardPageQuery, {});
  return (
    <AdminFrame title={t('admin.newBoard')}>
      <BoardFactsForm parents={boardDesk.filter(({ parentId }) => !parentId)} groups={groupDesk} />
    </AdminFrame>
  );
}
