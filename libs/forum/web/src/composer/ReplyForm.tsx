import { useRef, type ReactNode } from 'react';
import {
  graphql,
  readFragment,
  type FragmentType,
  type LeakAnswer,
  type LeakKind,
} from '@kundig/api-contract';
import { MutationForm, SubmitButton, Trap, useMessages } from '@kundig/web-kit';
import { DraftNotice } from './DraftNotice.js';
import { MarkdownField } from './MarkdownField.js';
import { useDraft } from './use-draft.js';
import { VoiceChoice } from './VoiceChoice.js';
import styles from './forms.module.css';

const ReplyForm_thread = graphql(`
  fragment ReplyForm_thread on Thread {
    id
    viewer {
      voice
      voiceName
      draft {
        id
        body
        anonymous
      }
    }
  }
`);

const ReplyMutation = graphql(`
  mutation Reply($input: ReplyInput!) {
    reply(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface ReplyFormProps {
  thread: FragmentType<typeof ReplyForm_thread>;
  /** Of the writer, as readers will see it. */
  name: string;
  /** Whether the writer speaks for the operator. */
  isStaff?: boolean;
  /** Adds pictures and files to the text. */
  attachments?: ReactNode;
  /** Looks at the text before it is sent. */
  guard?: ReactNode;
  /** Text to begin with, such as a quotation. */
  quote?: string;
}

/** The field at the end of a thread: always open, no page change. */
export function ReplyForm({ name, isStaff, quote, attachments, guard, ...props }: ReplyFormProps) {
  const t = useMessages('forum');
  const thread = readFragment(ReplyForm_thread, props.thread);
  const { draft, voice, voiceName } = thread.viewer;
  const frame = useRef<HTMLDivElement>(null);
  const { fate, forget } = useDraft(frame, thread.id, { threadId: thread.id });
  const text = [draft?.body, quote].filter(Boolean).join('\n\n');
  return (
    <MutationForm
      mutation="reply"
      document={ReplyMutation}
      hidden={{ threadId: thread.id }}
      toInput={(fields) => ({
        threadId: thread.id,
        body: fields.text('body'),
        anonymous: voice ? undefined : fields.checked('anonymous'), // a voice once chosen stays
        privateOpinion: fields.checked('privateOpinion'),
        website: fields.optional('website'),
        leaks: fields.choice<LeakAnswer>('leaks'),
        leaksHidden: fields.choices<LeakKind>('leaksHidden'),
        clientKey: fields.clientKey,
      })}
      onDone={forget}
      guarded
      withFile
      className={styles.form}
      label={t('reply.title')}
    >
      <div ref={frame} className={styles.form}>
        <MarkdownField
          label={t('reply.body')}
          rows={6}
          defaultValue={text || undefined}
          attachments={attachments}
        />
        <DraftNotice fate={fate} />
        <VoiceChoice
          name={name}
          fixedName={voice ? (voiceName ?? name) : undefined}
          defaultAnonymous={draft?.anonymous}
          isStaff={isStaff && voice !== 'ANONYMOUS'}
        />
        {guard}
        <div className={styles.actions}>
          <SubmitButton>{t('reply.send')}</SubmitButton>
        </div>
        <Trap />
      </div>
    </MutationForm>
  );
}
