import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import {
  graphql,
  readFragment,
  type FragmentType,
  type LeakAnswer,
  type LeakKind,
  type ThreadKind,
} from '@kundig/api-contract';
import {
  type FormFields,
  MutationForm,
  Select,
  SubmitButton,
  TextField,
  Trap,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';
import { DetailFields } from './DetailFields.js';
import { IndexingChoice } from './IndexingChoice.js';
import { DraftNotice } from './DraftNotice.js';
import { MarkdownField } from './MarkdownField.js';
import { draftNameOf, newThreadKey, useDraft } from './use-draft.js';
import { SolvedElsewhere } from './SolvedElsewhere.js';
import { VoiceChoice } from './VoiceChoice.js';
import styles from './forms.module.css';

const QuestionForm_board = graphql(`
  fragment QuestionForm_board on Board {
    id
    name
    readable
    visibility
    viewerMayPost
    membersMayPost
    questionFields {
      id
      label
      choices
    }
    parent {
      id
      name
    }
  }
`);

const QuestionForm_draft = graphql(`
  fragment QuestionForm_draft on Draft {
    id
    title
    body
    boardId
    tags
    anonymous
    unindexed
  }
`);

const StartThreadMutation = graphql(`
  mutation StartThread($input: StartThreadInput!) {
    startThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const AskAsGuestMutation = graphql(`
  mutation AskAsGuest($input: AskAsGuestInput!) {
    askAsGuest(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface QuestionFormProps {
  kind: ThreadKind;
  boards: readonly FragmentType<typeof QuestionForm_board>[];
  draft: FragmentType<typeof QuestionForm_draft> | null | undefined;
  /** Who writes, as readers will see it; without one a guest does, who is asked who they are afterwards. */
  name?: string;
  /** Whether the writer speaks for the operator. */
  isStaff?: boolean;
  /** Where answers go, with all but the first letter hidden. */
  mailHint?: string;
  /** From the address of the page: what was searched for, and the board one came from. */
  begin: { title?: string; boardId?: string };
  onTitle(title: string): void;
  /** Adds pictures and files to the text; for members. */
  attachments?: ReactNode;
  /** Looks at the text before it is sent. */
  guard?: ReactNode;
  /** Threads that may already hold the answer; stands below the title. It may end the question with the path of one. */
  similar(onSolved: (path: string) => void): ReactNode;
}

/** The whole composer: one sentence, the details, where it belongs, and as whom. */
export function QuestionForm(props: QuestionFormProps) {
  const t = useMessages('forum');
  const draft = readFragment(QuestionForm_draft, props.draft);
  const guest = props.name === undefined;
  const { mailless } = usePageRuntime().site;
  const boards = readFragment(QuestionForm_board, props.boards).filter((board) =>
    guest ? board.readable && board.visibility === 'PUBLIC' && board.membersMayPost : board.viewerMayPost,
  );
  const frame = useRef<HTMLDivElement>(null);
  const { onTitle } = props;
  useEffect(() => {
    onTitle(frame.current!.querySelector('input')!.value); // typed before this was there
  }, [onTitle]);
  const key = newThreadKey(props.kind);
  const { fate, forget, discard, keepAgain } = useDraft(
    frame,
    key,
    guest ? null : { kind: props.kind },
    draft?.id,
  );
  const [solvedBy, setSolvedBy] = useState<string | null>(null);
  const solve = (path: string) => {
    discard();
    setSolvedBy(path);
  };
  const goOnAsking = () => {
    flushSync(() => setSolvedBy(null));
    keepAgain();
    frame.current!.querySelector('input')!.focus();
  };
  const question = props.kind === 'QUESTION';
  const begun = props.begin.boardId ?? draft?.boardId ?? '';
  const [boardId, setBoardId] = useState(begun);
  const asked = boards.find(({ id }) => id === boardId)?.questionFields ?? [];
  const form = {
    hidden: { kind: props.kind },
    onDone: guest ? undefined : forget, // a guest may come back to it from the next page
    guarded: true,
    label: t(question ? 'ask.title' : 'discuss.title'),
  };
  const written = (fields: FormFields) => ({
    kind: props.kind,
    boardId: fields.text('boardId'),
    title: fields.text('title'),
    body: fields.text('body'),
    tags: fields.optional('tags'),
    anonymous: fields.checked('anonymous'),
    unindexed: fields.checked('unindexed'),
    detailFields: fields.all('detailFields'),
    details: fields.all('details'),
    leaks: fields.choice<LeakAnswer>('leaks'),
    leaksHidden: fields.choices<LeakKind>('leaksHidden'),
  });
  const content = (
    <div ref={frame} data-draft={draftNameOf(key)} className={styles.form} data-ended={solvedBy !== null}>
      <TextField
        name="title"
        label={t(question ? 'ask.about' : 'discuss.about')}
        defaultValue={props.begin.title ?? draft?.title ?? undefined}
        minLength={8}
        maxLength={150}
        autoComplete="off"
        onInput={(event) => onTitle(event.currentTarget.value)}
      />
      {props.similar(solve)}
      <MarkdownField
        label={t(question ? 'ask.body' : 'discuss.body')}
        defaultValue={draft?.body || undefined}
        rows={9}
        hint={guest ? t('ask.guestFiles') : undefined}
        attachments={props.attachments}
      />
      <DraftNotice fate={fate} />
      <div className={styles.two}>
        <Select
          name="boardId"
          label={t('ask.board')}
          defaultValue={begun}
          onChange={(event) => setBoardId(event.currentTarget.value)}
        >
          <option value="" disabled>
            {t('ask.chooseBoard')}
          </option>
          {boards.map((board) => (
            <option key={board.id} value={board.id}>
              {board.parent ? `${board.parent.name} › ${board.name}` : board.name}
            </option>
          ))}
        </Select>
        <TextField
          name="tags"
          label={t('ask.tags')}
          hint={t('ask.tagsHint')}
          defaultValue={draft?.tags.join(', ')}
          maxLength={200}
          autoComplete="off"
          optional
        />
      </div>
      {asked.length > 0 && <DetailFields key={boardId} fields={asked} />}
      {/* Whoever confirms a guest's address where no mail can, would know who wrote what appears then. */}
      {!(guest && mailless) && (
        <VoiceChoice name={props.name} defaultAnonymous={draft?.anonymous} isStaff={props.isStaff} />
      )}
      <IndexingChoice defaultUnindexed={draft?.unindexed} />
      {props.mailHint && <p className={styles.next}>{t('ask.answersTo', { mail: props.mailHint })}</p>}
      {guest && <p className={styles.next}>{t('ask.guest')}</p>}
      {props.guard}
      <div className={styles.sticky} data-sticky-actions="">
        <SubmitButton>{t(question ? 'ask.send' : 'discuss.send')}</SubmitButton>
      </div>
    </div>
  );
  const ended = solvedBy !== null && <SolvedElsewhere path={solvedBy} onUndo={goOnAsking} />;
  return guest ? (
    <MutationForm
      {...form}
      mutation="askAsGuest"
      document={AskAsGuestMutation}
      toInput={(fields) => ({ ...written(fields), website: fields.optional('website') })}
    >
      {ended}
      {content}
      <Trap />
    </MutationForm>
  ) : (
    <MutationForm
      {...form}
      mutation="startThread"
      document={StartThreadMutation}
      toInput={(fields) => ({
        ...written(fields),
        privateOpinion: fields.checked('privateOpinion'),
        website: fields.optional('website'),
        clientKey: fields.clientKey,
      })}
      withFile
    >
      {ended}
      {content}
      <Trap />
    </MutationForm>
  );
}
