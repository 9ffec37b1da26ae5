import { Callout, useFeature, useMessages, usePageRuntime } from '@kundig/web-kit';

const texts = { mail: 'mailless.hint', registration: 'mailless.register', question: 'mailless.ask' } as const;

/**
 * Says, where a form is about to promise a mail, that none can leave yet.
 * @param props.before what is sent: a registration and the question of a guest wait for the operator as well, and of the
 *        question they are told what becomes of it before writing
 */
export function MailMissing({
  before = 'mail',
  className,
}: {
  before?: keyof typeof texts;
  className?: string;
}) {
  const t = useMessages('pages');
  const { mailless } = usePageRuntime().site;
  const anonymity = useFeature('anonymity');
  return mailless ? (
    <Callout tone="waiting" className={className}>
      <p>{t(texts[before])}</p>
      {before === 'question' && anonymity && <p>{t('mailless.askAnonymously')}</p>}
    </Callout>
  ) : null;
}
