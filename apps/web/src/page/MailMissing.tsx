import { Callout, useMessages, usePageRuntime } from '@kundig/web-kit';

/** Says, where a form is about to promise a mail, that none can leave yet. */
export function MailMissing() {
  const t = useMessages('pages');
  const { mailless } = usePageRuntime().site;
  return mailless ? (
    <Callout tone="waiting">
      <p>{t('mailless.hint')}</p>
    </Callout>
  ) : null;
}
