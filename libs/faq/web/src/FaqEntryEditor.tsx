import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Link,
  MutationForm,
  Select,
  SubmitButton,
  TextArea,
  TextField,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import styles from './FaqDesk.module.css';

const FaqEntryEditor_entry = graphql(`
  fragment FaqEntryEditor_entry on FaqEntry {
    id
    path
    lang
    question
    answer
    status
    revision
    review
    inForce
    updatedAt
    editedBy
    approvedBy
    viewerMayRelease
    thread {
      id
      path
      title
      lang
    }
  }
`);

const EditFaqEntryMutation = graphql(`
  mutation EditFaqEntry($input: EditFaqEntryInput!) {
    editFaqEntry(input: $input) {
      ... on EditFaqEntrySuccess {
        path
        entry {
          ...FaqEntryEditor_entry
        }
      }
      ...Refusal_error
    }
  }
`);

const ReleaseFaqEntryMutation = graphql(`
  mutation ReleaseFaqEntry($input: FaqEntryInput!) {
    releaseFaqEntry(input: $input) {
      ... on ReleaseFaqEntrySuccess {
        path
        entry {
          ...FaqEntryEditor_entry
        }
      }
      ...Refusal_error
    }
  }
`);

const WithdrawFaqEntryMutation = graphql(`
  mutation WithdrawFaqEntry($input: FaqEntryInput!) {
    withdrawFaqEntry(input: $input) {
      ... on WithdrawFaqEntrySuccess {
        path
        entry {
          ...FaqEntryEditor_entry
        }
      }
      ...Refusal_error
    }
  }
`);

const statusKeys = {
  PROPOSED: 'status.proposed',
  EDITED: 'status.edited',
  RELEASED: 'status.released',
  WITHDRAWN: 'status.withdrawn',
} as const;

const reviewKeys = { SOLUTION_WITHDRAWN: 'review.withdrawn', SOURCE_GONE: 'review.gone' } as const;

/** An entry on the editors' desk: one writes, another releases. */
export function FaqEntryEditor(props: {
  entry: FragmentType<typeof FaqEntryEditor_entry>;
  /** Unfolded, to be worked on. */
  open?: boolean;
}) {
  const t = useMessages('faq');
  const entry = readFragment(FaqEntryEditor_entry, props.entry);
  const act = {
    hidden: { entryId: entry.id },
    toInput: ({ clientKey }: { clientKey: string }) => ({ entryId: entry.id, clientKey }),
    inline: true,
  };
  return (
    <details className={styles.entry} open={props.open}>
      <summary>
        <h3>{entry.question}</h3>
        <span className={styles.status} data-status={entry.status}>
          {t(statusKeys[entry.status])}
        </span>
        {entry.inForce && entry.status !== 'RELEASED' && <span>{t('status.olderInForce')}</span>}
        <TimeText at={entry.updatedAt} />
      </summary>
      {entry.review && <p className={styles.status}>{t(reviewKeys[entry.review])}</p>}
      <MutationForm
        mutation="editFaqEntry"
        document={EditFaqEntryMutation}
        hidden={{ entryId: entry.id }}
        toInput={(fields) => ({
          entryId: entry.id,
          lang: fields.text('lang') === 'en' ? ('en' as const) : ('de' as const),
          question: fields.text('question'),
          answer: fields.text('answer'),
          clientKey: fields.clientKey,
        })}
        guarded
        className={styles.form}
        label={entry.question}
      >
        <TextField
          name="question"
          label={t('entry.question')}
          defaultValue={entry.question}
          minLength={8}
          maxLength={200}
        />
        <TextArea
          name="answer"
          label={t('entry.answer')}
          defaultValue={entry.answer}
          rows={8}
          maxLength={30_000}
        />
        <Select name="lang" label={t('entry.language')} defaultValue={entry.lang}>
          <option value="de">{t('entry.german')}</option>
          <option value="en">{t('entry.english')}</option>
        </Select>
        <SubmitButton look="outline">{t('entry.save')}</SubmitButton>
      </MutationForm>
      <div className={styles.actions}>
        {entry.viewerMayRelease && entry.status !== 'RELEASED' && (
          <MutationForm
            {...act}
            hidden={{ entryId: entry.id, revision: String(entry.revision) }}
            toInput={({ clientKey }) => ({ entryId: entry.id, revision: entry.revision, clientKey })}
            mutation="releaseFaqEntry"
            document={ReleaseFaqEntryMutation}
          >
            <SubmitButton size="small">{t('entry.release')}</SubmitButton>
          </MutationForm>
        )}
        {entry.status !== 'WITHDRAWN' && (
          <MutationForm {...act} mutation="withdrawFaqEntry" document={WithdrawFaqEntryMutation}>
            <SubmitButton look="quiet" size="small">
              {t('entry.withdraw')}
            </SubmitButton>
          </MutationForm>
        )}
        <p className={styles.facts}>
          {entry.editedBy && t('entry.editedBy', { name: entry.editedBy })}{' '}
          {entry.approvedBy && t('entry.approvedBy', { name: entry.approvedBy })}{' '}
          {entry.thread && (
            <Link to={entry.thread.path} lang={entry.thread.lang}>
              {entry.thread.title}
            </Link>
          )}
        </p>
      </div>
    </details>
  );
}
