import { graphql } from '@kundig/api-contract';
import { ChangeMailForm, ChangePasswordForm, DownloadOwnDataForm } from '@kundig/identity/web';
import {
  LinkButton,
  Narrow,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { MailMissing } from '../../page/MailMissing.js';
import { DoneNotice } from '../DoneNotice.js';
import styles from './OwnPages.module.css';

const AccountPageQuery = graphql(`
  query AccountPage {
    viewer {
      mailHint
    }
    secondFactor {
      on
    }
  }
`);

/** What has just been done, as the address names it. */
const DONE = {
  password: 'account.done.password',
  mail: 'account.done.mail',
  'mail-wanted': 'account.done.mailWanted',
} as const;

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(AccountPageQuery, {});
  return { title: messages('pages')('account.title'), noindex: true };
}

/** What members may do with their own account. */
export default function AccountPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { viewer, secondFactor } = usePageQuery(AccountPageQuery, {});
  return (
    <Narrow>
      <h1>{t('account.title')}</h1>
      <DoneNotice url={url} texts={DONE} />
      <p>{t('account.text', { mail: viewer.mailHint ?? '' })}</p>
      <Section title={t('account.password')}>
        <p>{t('account.passwordText')}</p>
        <ChangePasswordForm />
      </Section>
      <Section title={t('account.mail')}>
        <p>{t('account.mailText')}</p>
        <MailMissing />
        <ChangeMailForm />
      </Section>
      {secondFactor && (
        <Section title={t('factor.title')}>
          <p>{t(secondFactor.on ? 'factor.isOn' : 'factor.text')}</p>
          <div>
            <LinkButton to="/settings/account/second-factor">
              {t(secondFactor.on ? 'factor.manage' : 'factor.toSetup')}
            </LinkButton>
          </div>
        </Section>
      )}
      <Section title={t('personas.title')}>
        <p>{t('account.personasText')}</p>
        <div className={styles.actions}>
          <LinkButton to="/settings/personas">{t('account.personas')}</LinkButton>
          <LinkButton to="/settings/who-sees-what">{t('account.whoSees')}</LinkButton>
        </div>
      </Section>
      <Section title={t('account.data')}>
        <p>{t('account.dataText')}</p>
        <DownloadOwnDataForm />
      </Section>
      <Section title={t('deleteAccount.title')}>
        <p>{t('account.deleteText')}</p>
        <div>
          <LinkButton to="/settings/account/delete">{t('account.delete')}</LinkButton>
        </div>
      </Section>
    </Narrow>
  );
}
