import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { LinkButton, useMessages } from '@kundig/web-kit';
import styles from './objections.module.css';

const ObjectionNote_objection = graphql(`
  fragment ObjectionNote_objection on OwnObjection {
    state
    answer
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
  return (
    <p className={styles.note}>
      {objection.state === 'WAITING'
        ? t('objection.waiting')
        : t('objection.rejectedBecause', { answer: objection.answer ?? '' })}
    </p>
  );
}
