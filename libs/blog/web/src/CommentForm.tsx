import type { ReactNode } from 'react';
import { graphql, type LeakAnswer, type LeakKind } from '@kundig/api-contract';
import { Checkbox, MutationForm, SubmitButton, TextArea, Trap, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const WriteCommentMutation = graphql(`
  mutation WriteComment($input: WriteCommentInput!) {
    writeComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface CommentFormProps {
  articleId: string;
  /** Of the writer, as readers will see it. */
  name: string;
  /** Whether the writer speaks for the operator, and may say that this is a private opinion. */
  isStaff: boolean;
  /** Looks at the text before it is sent. */
  guard?: ReactNode;
}

/** The field below an article; there is one voice here, which is no persona's. */
export function CommentForm({ articleId, name, isStaff, guard }: CommentFormProps) {
  const t = useMessages('blog');
  return (
    <MutationForm
      mutation="writeComment"
      document={WriteCommentMutation}
      hidden={{ articleId }}
      toInput={(fields) => ({
        articleId,
        body: fields.text('body'),
        website: fields.optional('website'),
        leaks: fields.choice<LeakAnswer>('leaks'),
        leaksHidden: fields.choices<LeakKind>('leaksHidden'),
        privateOpinion: fields.checked('privateOpinion'),
        clientKey: fields.clientKey,
      })}
      guarded
      className={styles.form}
      label={t('comment.write')}
    >
      <TextArea
        name="body"
        label={t('comment.write')}
        hint={t('comment.as', { name })}
        rows={5}
        minLength={2}
        maxLength={5_000}
      />
      {isStaff && (
        <Checkbox
          name="privateOpinion"
          optional
          label={t('comment.opinion')}
          hint={t('comment.opinionHint')}
        />
      )}
      {guard}
      <div className={styles.actions}>
        <SubmitButton>{t('comment.send')}</SubmitButton>
      </div>
      <Trap />
    </MutationForm>
  );
}
