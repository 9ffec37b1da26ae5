import { graphql } from '@kundig/api-contract';
import { AuditTable } from '@kundig/moderation/web';
import {
  EmptyState,
  LinkButton,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';

const AuditPageQuery = graphql(`
  query AuditPage($after: ID) {
    auditLog(first: 50, after: $after) {
      id
      ...AuditTable_entry
    }
  }
`);

const PAGE_SIZE = 50;
const LONGEST_CURSOR = 200;

const variablesOf = (url: URL) => ({ after: url.searchParams.get('after')?.slice(0, LONGEST_CURSOR) });

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(AuditPageQuery, variablesOf(url));
  return { title: messages('pages')('desk.audit'), noindex: true };
}

export default function AuditPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { auditLog } = usePageQuery(AuditPageQuery, variablesOf(url));
  const last = auditLog.at(-1);
  return (
    <DeskFrame title={t('desk.audit')}>
      {auditLog.length > 0 ? (
        <Sheet>
          <AuditTable entries={auditLog} />
        </Sheet>
      ) : (
        <EmptyState text={t('desk.noAudit')} />
      )}
      {auditLog.length === PAGE_SIZE && last && (
        <p>
          <LinkButton to={`/desk/audit?after=${encodeURIComponent(last.id)}`}>{t('list.older')}</LinkButton>
        </p>
      )}
    </DeskFrame>
  );
}
