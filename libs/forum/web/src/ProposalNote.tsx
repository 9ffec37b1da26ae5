import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import type { ReactNode } from 'react';
import { Callout, ExpertMark, Link, Prose, useMessages } from '@kundig/web-kit';
import styles from './ProposalNote.module.css';

const ProposalNote_proposal = graphql(`
  fragment ProposalNote_proposal on SolutionProposal {
    reason
    by {
      name
      path
    }
    post {
      id
      path
      html
      lang
    }
  }
`);

interface ProposalNoteProps {
  proposal: FragmentType<typeof ProposalNote_proposal>;
  /** Heading above, where the note stands alone. */
  title?: ReactNode;
  /** What the viewer may decide. */
  footer?: ReactNode;
}

/** The answer an expert holds for the solution of an open question. */
export function ProposalNote({ title, footer, ...props }: ProposalNoteProps) {
  const t = useMessages('forum');
  const { by, post, reason } = readFragment(ProposalNote_proposal, props.proposal);
  return (
    <article aria-label={t('propose.note')}>
      <Callout tone="waiting">
        {title}
        <p className={styles.by}>
          <ExpertMark /> {by.path ? <Link to={by.path}>{by.name}</Link> : by.name} {t('propose.by')}
        </p>
        {post.html && <Prose html={post.html} lang={post.lang} />}
        <p>
          <Link to={post.path}>{t('propose.read')}</Link>
        </p>
        {reason && (
          <p className={styles.reason}>
            <strong>{t('propose.why')}</strong> {reason}
          </p>
        )}
        {footer && <div className={styles.footer}>{footer}</div>}
      </Callout>
    </article>
  );
}
