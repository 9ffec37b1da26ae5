import { DeleteAccountForm } from '@kundig/identity/web';
import {
  Breadcrumb,
  Narrow,
  Section,
  SignInNeeded,
  useMessages,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './OwnPages.module.css';

export function prefetch({ viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  return Promise.resolve({ title: messages('pages')('deleteAccount.title'), noindex: true });
}

/** Says plainly what goes and what stays, before it is done. */
export default function DeleteAccountPage() {
  const t = useMessages('pages');
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: '/settings/account', text: t('account.title') }]} />
      <h1>{t('deleteAccount.title')}</h1>
      <p>{t('deleteAccount.text')}</p>
      <Section title={t('deleteAccount.goes')}>
        <ul className={styles.points}>
          <li>{t('deleteAccount.goesAccount')}</li>
          <li>{t('deleteAccount.goesPerson')}</li>
          <li>{t('deleteAccount.goesUnpublished')}</li>
          <li>{t('deleteAccount.goesChoices')}</li>
        </ul>
      </Section>
      <Section title={t('deleteAccount.stays')}>
        <ul className={styles.points}>
          <li>{t('deleteAccount.staysPosts')}</li>
          <li>{t('deleteAccount.staysAnonymous')}</li>
          <li>{t('deleteAccount.staysRecords')}</li>
        </ul>
        <p>{t('deleteAccount.before')}</p>
      </Section>
      <DeleteAccountForm />
    </Narrow>
  );
}
