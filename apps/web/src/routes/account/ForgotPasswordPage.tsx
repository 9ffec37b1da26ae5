import { ForgotPasswordForm } from '@kundig/identity/web';
import { Narrow, useMessages, type PrefetchContext } from '@kundig/web-kit';
import { MailMissing } from '../../page/MailMissing.js';

export function prefetch({ messages }: PrefetchContext) {
  return Promise.resolve({ title: messages('pages')('forgot.title'), noindex: true });
}

export default function ForgotPasswordPage() {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('forgot.title')}</h1>
      <p>{t('forgot.text')}</p>
      <MailMissing />
      <ForgotPasswordForm />
    </Narrow>
  );
}
