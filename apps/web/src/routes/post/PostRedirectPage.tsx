import { graphql } from '@kundig/api-contract';
import { PageNotFound, type PrefetchContext } from '@kundig/web-kit';

const PostRedirectQuery = graphql(`
  query PostRedirect($id: ID!) {
    post(id: $id) {
      id
      path
    }
  }
`);

/** The short address of a post leads to its place in the thread, wherever that is by now. */
export async function prefetch({ query, params }: PrefetchContext) {
  const { post } = await query(PostRedirectQuery, { id: params.id! });
  if (!post) throw new PageNotFound();
  return { title: '', redirect: { path: post.path, permanent: false } };
}

export default function PostRedirectPage() {
  return null;
}
