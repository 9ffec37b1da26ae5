import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { LinkButton, useMessages } from '@kundig/web-kit';
import styles from './objections.module.css';

const ObjectionNote_objection = graphql(`
  fragment ObjectionNote_objection on OwnObjection {
    state
    answer
    reopenReason
  }
`);

interface ObjectionNoteProps {
  /** Null for everybody but the author of what is hidden. */
  objection: FragmentType<typeof ObjectionNote_objection> | null | undefined;
  /** Page on which the author objects. */
  to: string;
}

/** Stands at what was hidden, for its author: the way to object, or what became of it. */
export function ObjectionNote({ objection: ref, to }: ObjectionNoteProps) {
  const t = useMessages('moderation');
  const objection = readFragment(ObjectionNote_objection, ref);
  if (!objection) return null;
  if (objection.state === 'POSSIBLE')
    return (
      <LinkButton to={to} look="outline" size="small">
        {t('objection.open')}
      </LinkButton>
    );
  const { state, answer, reopenReason } = objection;
  return (
    <p className={styles.note}>
      {state === 'REJECTED' && t('objection.rejectedBecause', { answer: answer ?? '' })}
      {state === 'WAITING' &&
        (reopenReason ? t('objection.decidedAnew', { reason: reopenReason }) : t('objection.waiting'))}
    </p>
  );
}
