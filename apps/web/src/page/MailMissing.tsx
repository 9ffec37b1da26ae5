import { Callout, useFeature, useMessages, usePageRuntime } from '@kundig/web-kit';

/**
 * Says, where a form is about to promise a mail, that none can leave yet.
 * @param props.asking it is the question of a guest, who is told what becomes of it before writing
 */
export function MailMissing({ asking = false, className }: { asking?: boolean; className?: string }) {
  const t = useMessages('pages');
  const { mailless } = usePageRuntime().site;
  const anonymity = useFeature('anonymity');
  return mailless ? (
    <Callout tone="waiting" className={className}>
      <p>{t(asking ? 'mailless.ask' : 'mailless.hint')}</p>
      {asking && anonymity && <p>{t('mailless.askAnonymously')}</p>}
    </Callout>
  ) : null;
}
