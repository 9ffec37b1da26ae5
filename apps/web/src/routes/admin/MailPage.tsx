import { MailServerForm, RemoveMailServerForm } from '@kundig/administration/web';
import { graphql } from '@kundig/api-contract';
import { MailSetupFacts, SendTestMailForm } from '@kundig/notifications/web';
import {
  Link,
  Notice,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const MailPageQuery = graphql(`
  query MailPage {
    mailSetup {
      fixed
      keepsEntered
      server {
        host
      }
      entered {
        ...MailServerForm_server
      }
      ...MailSetupFacts_setup
    }
  }
`);

/** Parameters of the address after a test mail went out, and after the server was forgotten. */
const SENT = 'sent';
const REMOVED = 'removed';

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(MailPageQuery, {});
  return { title: messages('pages')('admin.mail'), noindex: true };
}

/** How mails leave the community, and whether they do. */
export default function MailPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { site } = usePageRuntime();
  const { mailSetup } = usePageQuery(MailPageQuery, {});
  return (
    <AdminFrame title={t('admin.mail')}>
      {url.searchParams.has(SENT) && <Notice>{t('admin.mailSent')}</Notice>}
      {url.searchParams.has(REMOVED) && !mailSetup.keepsEntered && (
        <Notice>{t(mailSetup.fixed ? 'admin.mailRemovedUnused' : 'admin.mailRemoved')}</Notice>
      )}
      {mailSetup.fixed ? (
        <MailSetupFacts setup={mailSetup} />
      ) : (
        <>
          <p>{t(mailSetup.server ? 'admin.mailEntered' : 'admin.mailMissing')}</p>
          <MailServerForm server={mailSetup.entered} siteName={site.name} />
        </>
      )}
      {mailSetup.server && <SendTestMailForm />}
      {mailSetup.keepsEntered && <RemoveMailServerForm fixed={mailSetup.fixed} />}
      <p>
        <Link to="/desk/outbox">{t('admin.toOutbox')}</Link>
      </p>
    </AdminFrame>
  );
}
