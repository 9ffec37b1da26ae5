import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, Link, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { CIRCLES } from './circles.js';
import styles from './MergeThreadForm.module.css';
import { ReasonField } from './ReasonField.js';

const MarkDuplicateForm_canonical = graphql(`
  fragment MarkDuplicateForm_canonical on Thread {
    id
    path
    title
    lang
    board {
      id
      name
      visibility
    }
    duplicateOf {
      id
      title
    }
  }
`);

const UnmarkDuplicateForm_thread = graphql(`
  fragment UnmarkDuplicateForm_thread on Thread {
    id
    duplicateOf {
      id
      path
      title
      lang
    }
  }
`);

const MarkDuplicateMutation = graphql(`
  mutation MarkDuplicate($input: MarkDuplicateInput!) {
    markDuplicate(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UnmarkDuplicateMutation = graphql(`
  mutation UnmarkDuplicate($input: ModerateThreadInput!) {
    unmarkDuplicate(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface MarkDuplicateFormProps {
  threadId: string;
  /** The thread that asked the same before. */
  canonical: FragmentType<typeof MarkDuplicateForm_canonical>;
}

/** What follows when a thread leads to another one, and the button that says so. */
export function MarkDuplicateForm({ threadId, ...props }: MarkDuplicateFormProps) {
  const t = useMessages('moderation');
  const canonical = readFragment(MarkDuplicateForm_canonical, props.canonical);
  const { board, duplicateOf } = canonical;
  return (
    <MutationForm
      mutation="markDuplicate"
      document={MarkDuplicateMutation}
      hidden={{ threadId, ofId: canonical.id }}
      toInput={(fields) => ({
        threadId,
        ofId: canonical.id,
        reason: fields.optional('reason'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('duplicate.send')}
    >
      <div className={styles.target}>
        <Link to={canonical.path} lang={canonical.lang}>
          {canonical.title}
        </Link>
        <p>
          {board.visibility === 'PUBLIC' ? board.name : `${board.name} (${t(CIRCLES[board.visibility])})`}
        </p>
      </div>
      <ul className={styles.effects}>
        {duplicateOf && <li>{t('duplicate.leadsOn', { title: duplicateOf.title })}</li>}
        <li>{t('duplicate.notice')}</li>
        <li>{t('duplicate.stays')}</li>
        <li>{t('duplicate.told')}</li>
        <li>{t('duplicate.undo')}</li>
      </ul>
      <ReasonField />
      <SubmitButton>{t('duplicate.send')}</SubmitButton>
    </MutationForm>
  );
}

/** Where a duplicate leads, and the button that takes it back; nothing for other threads. */
export function UnmarkDuplicateForm(props: { thread: FragmentType<typeof UnmarkDuplicateForm_thread> }) {
  const t = useMessages('moderation');
  const { id: threadId, duplicateOf } = readFragment(UnmarkDuplicateForm_thread, props.thread);
  if (!duplicateOf) return null;
  return (
    <MutationForm
      mutation="unmarkDuplicate"
      document={UnmarkDuplicateMutation}
      hidden={{ threadId }}
      toInput={({ clientKey }) => ({ threadId, clientKey })}
      className={formStyles.form}
      label={t('duplicate.unmark')}
    >
      <p>
        {t('duplicate.leadsTo')}{' '}
        <Link to={duplicateOf.path} lang={duplicateOf.lang}>
          {duplicateOf.title}
        </Link>
      </p>
      <SubmitButton look="outline">{t('duplicate.unmark')}</SubmitButton>
    </MutationForm>
  );
}
