import { graphql, readFragment, type FragmentType, type MailState } from '@kundig/api-contract';
import { Rows, TimeText, useMessages } from '@kundig/web-kit';
import styles from './OutboxList.module.css';

const OutboxList_mail = graphql(`
  fragment OutboxList_mail on OutboxMail {
    id
    at
    to
    subject
    text
    state
    attempts
  }
`);

const stateLabels = {
  WAITING: 'outbox.waiting',
  SENT: 'outbox.sent',
  KEPT: 'outbox.kept',
} as const satisfies Record<MailState, string>;

/** The mails that left or are to leave, as they are read. */
export function OutboxList(props: { mails: readonly FragmentType<typeof OutboxList_mail>[] }) {
  const t = useMessages('notifications');
  const mails = readFragment(OutboxList_mail, props.mails);
  return (
    <Rows className={styles.mails}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <details>
            <summary>
              <span className={styles.subject}>{mail.subject}</span>
              <TimeText at={mail.at} />
              <span>{mail.to}</span>
              <span className={styles.state} data-state={mail.state}>
                {t(stateLabels[mail.state])}
                {mail.attempts > 1 && ` · ${t('outbox.attempts', { count: mail.attempts })}`}
              </span>
            </summary>
            <pre className={styles.text}>{mail.text}</pre>
          </details>
        </li>
      ))}
    </Rows>
  );
}
