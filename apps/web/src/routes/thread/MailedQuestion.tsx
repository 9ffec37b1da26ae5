import type { ReactNode } from 'react';
import { LinkButton, Narrow, useMessages } from '@kundig/web-kit';

interface MailedQuestionProps {
  title: string;
  thread: { path: string; solved: boolean };
  /** The question, as far as it is needed to know which one it is. */
  question: ReactNode;
  /** What is said instead once it is solved. */
  solved: string;
  /** What a click decides. */
  children: ReactNode;
}

/** Where a mail about a question leads: shows it and waits for the click. A scanner that opens the link does nothing. */
export function MailedQuestion({ title, thread, question, solved, children }: MailedQuestionProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{title}</h1>
      {question}
      {thread.solved ? (
        <>
          <p>{solved}</p>
          <p>
            <LinkButton to={thread.path}>{t('settle.thread')}</LinkButton>
          </p>
        </>
      ) : (
        children
      )}
    </Narrow>
  );
}
