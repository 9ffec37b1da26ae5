import { ObjectionNote, ObjectToPostForm } from '@kundig/moderation/web';
import { postActionPage } from './post-action-page.js';

const page = postActionPage({
  title: () => 'objection.title',
  text: 'objection.text',
  isOffered: ({ ownObjection }) => Boolean(ownObjection),
  showsPost: false,
  form: ({ id, path, ownObjection: objection }) =>
    objection?.state === 'POSSIBLE' ? (
      <ObjectToPostForm postId={id} objection={objection} />
    ) : (
      <ObjectionNote objection={objection} to={path} />
    ),
});

export const { prefetch } = page;
export default page.default;
