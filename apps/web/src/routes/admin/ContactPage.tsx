import { graphql } from '@kundig/api-contract';
import { ContactForm } from '@kundig/site/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';
import styles from './ContactPage.module.css';

const ContactPageQuery = graphql(`
  query ContactPage {
    contactSettings {
      boardId
      boardName
      ...ContactForm_settings
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(ContactPageQuery, {});
  return { title: messages('pages')('admin.contact'), noindex: true };
}

/** How customers reach the operator in a hurry, for the community and for single boards. */
export default function ContactPage() {
  const t = useMessages('pages');
  const { contactSettings } = usePageQuery(ContactPageQuery, {});
  return (
    <AdminFrame title={t('admin.contact')}>
      <p>{t('admin.contactHint')}</p>
      {contactSettings.map((settings) => (
        <details key={settings.boardId} open={settings.boardId === null} className={styles.place}>
          <summary>{settings.boardName ?? t('admin.contactAll')}</summary>
          <ContactForm settings={settings} />
        </details>
      ))}
    </AdminFrame>
  );
}
