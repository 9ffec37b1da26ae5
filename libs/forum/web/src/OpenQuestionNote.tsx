import { Link, useMessages } from '@kundig/web-kit';

interface OpenQuestionNoteProps {
  /** Whether the viewer asked, by nickname or anonymously, and may say what solved it. */
  judges: boolean;
  /** Answers of others on this page. */
  answers: number;
  /** Whether the thread has more pages, whose answers nobody has counted. */
  hasMore: boolean;
  /** Whether an expert proposes a solution. */
  isProposed: boolean;
  /** Whether nobody can answer any more. */
  isLocked: boolean;
  /** Address of the answers. */
  to: string;
}

/** How an open question stands, and what its reader can do about it: the asker judges, others help. */
export function OpenQuestionNote({ judges, to, ...standing }: OpenQuestionNoteProps) {
  return judges ? <NoteForAsker {...standing} to={to} /> : <NoteForOthers {...standing} />;
}

function NoteForAsker({ answers, hasMore, isProposed, isLocked, to }: Omit<OpenQuestionNoteProps, 'judges'>) {
  const t = useMessages('forum');
  const hasNone = answers === 0 && !hasMore && !isProposed;
  if (hasNone && isLocked) return <NoteForOthers isProposed={false} isLocked />;
  if (hasNone)
    return (
      <p>
        <strong>{t('open.ownNone')}</strong> {t('open.ownNoneHint')}
      </p>
    );
  const waiting = hasMore ? t('open.ownManyAnswers') : t('open.ownAnswers', { count: answers });
  return (
    <p>
      <strong>{isProposed ? t('open.ownProposed') : waiting}</strong> {t('open.ownHint')}{' '}
      <Link to={to}>{t('open.toAnswers')}</Link>
    </p>
  );
}

function NoteForOthers({ isProposed, isLocked }: Pick<OpenQuestionNoteProps, 'isProposed' | 'isLocked'>) {
  const t = useMessages('forum');
  const others = isLocked ? 'open.lockedHint' : 'open.noneHint';
  return (
    <p>
      <strong>{t('open.none')}</strong> {t(isProposed ? 'open.proposedHint' : others)}
    </p>
  );
}
