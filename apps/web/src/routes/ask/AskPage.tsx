import { useEffect, useState } from 'react';
import { graphql } from '@kundig/api-contract';
import { AttachFiles } from '@kundig/files/web';
import { QuestionForm, ThreadLinks } from '@kundig/forum/web';
import { IncidentBanner } from '@kundig/site/web';
import { LeakGuard } from '@kundig/leak-guard/web';
import {
  Button,
  Callout,
  Columns,
  EmptyState,
  Link,
  LinkButton,
  type PageProps,
  type PrefetchContext,
  Section,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  usePreparedQuery,
} from '@kundig/web-kit';
import { MailMissing } from '../../page/MailMissing.js';
import { useWriter } from '../../page/use-writer.js';
import { MayWrite } from '../MayWrite.js';
import styles from './AskPage.module.css';

const AskPageQuery = graphql(`
  query AskPage {
    viewer {
      mailHint
    }
    site {
      registrationOpen
      ...IncidentBanner_site
    }
    boards {
      id
      ...QuestionForm_board
      children {
        id
        ...QuestionForm_board
      }
    }
    newThreadDraft {
      id
      kind
      ...QuestionForm_draft
    }
  }
`);

const SimilarThreadsQuery = graphql(`
  query SimilarThreads($title: String!) {
    similarThreads(title: $title) {
      id
      ...ThreadLinks_thread
    }
  }
`);

const SHORTEST_TITLE = 8;
const TYPING_PAUSE_MILLISECONDS = 400;
const LONGEST_TITLE = 150;

const titleOf = (url: URL) => url.searchParams.get('title')?.trim().slice(0, LONGEST_TITLE) ?? '';
const kindOf = (url: URL) => (url.searchParams.get('kind') === 'discussion' ? 'DISCUSSION' : 'QUESTION');

export async function prefetch({ query, url, viewer, messages, isOn }: PrefetchContext) {
  const title = titleOf(url);
  const [{ site }] = await Promise.all([
    query(AskPageQuery, {}),
    title.length >= SHORTEST_TITLE && query(SimilarThreadsQuery, { title }),
  ]);
  // Where nobody may join, or guests are not wanted, only members ask.
  if (viewer === 'visitor' && !(site.registrationOpen && isOn('guests'))) throw new SignInNeeded();
  const t = messages('pages');
  return { title: t(kindOf(url) === 'QUESTION' ? 'frame.ask' : 'home.discuss'), noindex: true };
}

export default function AskPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { name, isStaff } = useWriter();
  const guest = usePageRuntime().viewer === 'visitor';
  const { viewer, site, boards, newThreadDraft } = usePageQuery(AskPageQuery, {});
  const [title, setTitle] = useState(titleOf(url));
  const kind = kindOf(url);
  const question = kind === 'QUESTION';
  const sameKind = newThreadDraft?.kind === kind ? newThreadDraft : null;
  return (
    <Columns aside={question && <Advice />}>
      <IncidentBanner site={site} />
      <div className={styles.head}>
        <h1>{t(question ? 'frame.ask' : 'home.discuss')}</h1>
        <Link to={question ? '/ask?kind=discussion' : '/ask'}>
          {t(question ? 'ask.ratherDiscuss' : 'ask.ratherAsk')}
        </Link>
      </div>
      <MayWrite>
        {boards.length === 0 ? (
          <EmptyState text={t('ask.noBoards')}>
            <LinkButton to="/">{t('done.home')}</LinkButton>
          </EmptyState>
        ) : (
          <>
            {guest && <MailMissing before="question" className={styles.note} />}
            <Sheet>
              <QuestionForm
                key={kind}
                kind={kind}
                boards={boards.flatMap((board) => [board, ...board.children])}
                draft={sameKind}
                name={guest ? undefined : name}
                isStaff={isStaff}
                mailHint={viewer.mailHint ?? undefined}
                begin={{
                  title: titleOf(url) || undefined,
                  boardId: url.searchParams.get('board') ?? undefined,
                }}
                onTitle={setTitle}
                attachments={guest ? undefined : <AttachFiles />}
                guard={<LeakGuard />}
                similar={(onSolved) => <SimilarThreads title={title} onSolved={onSolved} />}
              />
            </Sheet>
          </>
        )}
      </MayWrite>
    </Columns>
  );
}

function Advice() {
  const t = useMessages('pages');
  return (
    <Section title={t('ask.advice')}>
      <ul className={styles.advice}>
        <li>{t('ask.advice1')}</li>
        <li>{t('ask.advice2')}</li>
        <li>{t('ask.advice3')}</li>
      </ul>
    </Section>
  );
}

/** What others have asked in similar words; asked for after a pause in typing. */
function SimilarThreads({ title, onSolved }: { title: string; onSolved(path: string): void }) {
  const t = useMessages('pages');
  const settled = useAfterPause(title.trim());
  const isTooShort = settled.length < SHORTEST_TITLE;
  const threads = usePreparedQuery(
    SimilarThreadsQuery,
    { title: settled },
    { skip: isTooShort },
  )?.similarThreads;
  if (isTooShort || !threads?.length) return null;
  return (
    <Callout role="region" className={styles.similar} aria-live="polite" aria-label={t('ask.similar')}>
      <h2>{t('ask.similar')}</h2>
      <ThreadLinks
        threads={threads}
        withSolutions
        actionOf={(thread) => (
          <Button
            look="outline"
            size="small"
            aria-label={`${t('ask.solvesIt')}: ${thread.title}`}
            onClick={() => onSolved(thread.path)}
            data-needs-script=""
          >
            {t('ask.solvesIt')}
          </Button>
        )}
      />
    </Callout>
  );
}

function useAfterPause(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
