import type { ReactNode } from 'react';
import {
  graphql,
  readFragment,
  type FragmentType,
  type LeakAnswer,
  type LeakKind,
} from '@kundig/api-contract';
import { LinkButton, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import { MarkdownField } from './MarkdownField.js';
import styles from './forms.module.css';

const EditPostForm_post = graphql(`
  fragment EditPostForm_post on Post {
    id
    path
    viewer {
      body
    }
  }
`);

const EditPostMutation = graphql(`
  mutation EditPost($input: EditPostInput!) {
    editPost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface EditPostFormProps {
  post: FragmentType<typeof EditPostForm_post>;
  /** For the opening of a thread, whose title and tags can be changed with it. */
  opening?: { title: string; tags: readonly string[] };
  /** Adds pictures and files to the text. */
  attachments?: ReactNode;
  /** Looks at the text before it is sent. */
  guard?: ReactNode;
}

/** Changes a post; an edit stays visible as one. */
export function EditPostForm({ opening, attachments, guard, ...props }: EditPostFormProps) {
  const t = useMessages('forum');
  const post = readFragment(EditPostForm_post, props.post);
  return (
    <MutationForm
      mutation="editPost"
      document={EditPostMutation}
      hidden={{ postId: post.id }}
      toInput={(fields) => ({
        postId: post.id,
        body: fields.text('body'),
        title: fields.optional('title'),
        tags: opening && fields.text('tags'),
        leaks: fields.choice<LeakAnswer>('leaks'),
        leaksHidden: fields.choices<LeakKind>('leaksHidden'),
        clientKey: fields.clientKey,
      })}
      guarded
      withFile
      className={styles.form}
      label={t('edit.title')}
    >
      {opening && (
        <>
          <TextField
            name="title"
            label={t('edit.heading')}
            defaultValue={opening.title}
            minLength={8}
            maxLength={150}
          />
          <TextField
            name="tags"
            label={t('ask.tags')}
            hint={t('ask.tagsHint')}
            defaultValue={opening.tags.join(', ')}
            maxLength={200}
            optional
          />
        </>
      )}
      <MarkdownField
        label={t('edit.body')}
        defaultValue={post.viewer.body ?? ''}
        rows={12}
        attachments={attachments}
      />
      {guard}
      <div className={styles.actions}>
        <SubmitButton>{t('edit.send')}</SubmitButton>
        <LinkButton to={post.path} look="quiet">
          {t('edit.cancel')}
        </LinkButton>
      </div>
    </MutationForm>
  );
}
