import type { PostStub } from '@kundig/forum/server';
import type { SeenPost, SeenProfile, SeenThread } from './graphql/who-sees-what.object.js';

/** Threads that the profile lists first. */
const LISTED = 5;

/** What the page of a member shows. */
export const PROFILE_DOCUMENT = `query SeenProfile($nickname: String!) {
  member(nickname: $nickname) {
    id nickname path kind pictureSeed picture about mark realName role joinedMonth postCount solutionCount kudosCount
    expertBoards { id name path }
    posts(first: ${LISTED}) { hasNextPage items { thread { id path title lang } } }
    viewerMaySuspend
  }
}`;

/** What the page of a thread shows above its posts. */
export const THREAD_DOCUMENT = `query SeenThread($id: ID!) {
  thread(id: $id) { id path title lang hidden tags board { name path } details { label value } }
}`;

/** What the page of a thread shows of a post. Of what people do about others it is asked whether this reader is told. */
export const POST_DOCUMENT = `query SeenPost($id: ID!) {
  post(id: $id) {
    id path position html lang createdAt createdAtRounded editedAt isAsker byExpert official privateOpinion solution
    author { id name kind pictureSeed picture mark about role path claimedBy { name path } }
    kudos { count }
    stub { reason note byAuthor at }
    helped { __typename }
    reveals { __typename }
    viewer { mayModerate }
    viewerMaySuspend
  }
}`;

/** Answer to `PROFILE_DOCUMENT`. */
export interface ProfileAnswer {
  readonly member:
    | (Omit<SeenProfile, 'threads' | 'hasMoreThreads'> & {
        readonly posts: {
          readonly hasNextPage: boolean;
          readonly items: readonly { readonly thread: SeenProfile['threads'][number] }[];
        };
        readonly viewerMaySuspend: boolean;
      })
    | null;
}

/** Answer to `THREAD_DOCUMENT`. */
export interface ThreadAnswer {
  readonly thread: Omit<SeenThread, 'posts'> | null;
}

/** Answer to `POST_DOCUMENT`; instants are text in it. */
export interface PostAnswer {
  readonly post:
    | (Omit<SeenPost, 'createdAt' | 'editedAt' | 'stub' | 'kudosCount'> & {
        readonly createdAt: string;
        readonly editedAt: string | null;
        readonly kudos: { readonly count: number };
        readonly stub: (Omit<PostStub, 'at'> & { readonly at: string }) | null;
        readonly helped: object | null;
        readonly reveals: readonly object[] | null;
        readonly viewer: { readonly mayModerate: boolean };
        readonly viewerMaySuspend: boolean;
      })
    | null;
}
