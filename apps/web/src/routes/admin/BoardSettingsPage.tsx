import { graphql } from '@kundig/api-contract';
import { BoardFactsForm, CloseBoardForm, QuestionFieldForms } from '@kundig/administration/web';
import {
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const BoardSettingsPageQuery = graphql(`
  query BoardSettingsPage {
    boardDesk {
      id
      name
      closed
      ...BoardFactsForm_board
      ...QuestionFieldForms_board
    }
    groupDesk {
      id
      name
    }
  }
`);

export async function prefetch({ query, params, viewer }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { boardDesk } = await query(BoardSettingsPageQuery, {});
  const board = boardDesk.find(({ id }) => id === params.id);
  if (!board) throw new PageNotFound();
  return { title: board.name, noindex: true };
}

/** One board: what it is, what it asks, and whether it is open. */
export default function BoardSettingsPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { boardDesk, groupDesk } = usePageQuery(BoardSettingsPageQuery, {});
  const board = boardDesk.find(({ id }) => id === params.id);
  if (!board) return null;
  return (
    <AdminFrame title={board.name}>
      <BoardFactsForm board={board} parents={[]} groups={groupDesk} />
      <Section title={t('admin.questionFields')}>
        <p>{t('admin.questionFieldsWhy')}</p>
        <QuestionFieldForms board={board} />
      </Section>
      <Section title={t('admin.closeBoard')}>
        <CloseBoardForm id={board.id} closed={board.closed} />
      </Section>
    </AdminFrame>
  );
}
