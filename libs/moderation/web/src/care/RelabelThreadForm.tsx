import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import { ReasonField } from './ReasonField.js';

const RelabelThreadForm_thread = graphql(`
  fragment RelabelThreadForm_thread on Thread {
    id
    title
    tags
  }
`);

const RelabelThreadMutation = graphql(`
  mutation RelabelThread($input: RelabelThreadInput!) {
    relabelThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Title and tags, under which others find the thread. */
export function RelabelThreadForm(props: { thread: FragmentType<typeof RelabelThreadForm_thread> }) {
  const t = useMessages('moderation');
  const { id: threadId, title, tags } = readFragment(RelabelThreadForm_thread, props.thread);
  return (
    <MutationForm
      mutation="relabelThread"
      document={RelabelThreadMutation}
      hidden={{ threadId }}
      toInput={(fields) => ({
        threadId,
        title: fields.text('title'),
        tags: fields.optional('tags'),
        reason: fields.optional('reason'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('care.relabel')}
    >
      <TextField name="title" label={t('care.title')} defaultValue={title} minLength={8} maxLength={150} />
      <TextField
        name="tags"
        label={t('care.tags')}
        hint={t('care.tagsHint')}
        defaultValue={tags.join(', ')}
        maxLength={160}
        optional
      />
      <ReasonField />
      <SubmitButton look="outline">{t('care.relabelSend')}</SubmitButton>
    </MutationForm>
  );
}
