import { ObjectionNote, ObjectToCommentForm } from '@kundig/moderation/web';
import { commentActionPage } from './comment-action-page.js';

const page = commentActionPage({
  title: () => 'objection.title',
  text: 'objection.text',
  isOffered: ({ ownObjection }) => Boolean(ownObjection),
  showsComment: false,
  form: ({ path, comment: { id, ownObjection: objection } }) =>
    objection?.state === 'POSSIBLE' ? (
      <ObjectToCommentForm commentId={id} objection={objection} />
    ) : (
      <ObjectionNote objection={objection} to={path} />
    ),
});

export const { prefetch } = page;
export default page.default;
