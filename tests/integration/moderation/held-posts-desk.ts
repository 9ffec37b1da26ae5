import { randomUUID } from 'node:crypto';
import { beforeAll } from '@jest/globals';
import type { Board, Thread } from '@kundig/forum/server';
import { NEWCOMER } from '@kundig/platform/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';

export const ADVERTISING = 'Günstige Anlagen: https://bit.ly/anlagen, gleich ansehen.';
/** What the writer of a reply is answered that waits. */
export const HELD = { __typename: 'ReplySuccess', path: '/mine' };

interface Answer {
  readonly __typename: string;
  readonly path?: string;
  readonly message?: string;
}

/** A text that waits, as those see it whose query asked for these fields. */
export interface Held {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly suspicions: string[];
  readonly heldAtRounded: boolean;
  readonly author: { name: string } | null;
}

const writing = (mutation: string, type: string) =>
  `mutation ($input: ${type}!) {
     answer: ${mutation}(input: $input) { __typename ... on MutationSuccess { path } ... on UserError { message } } }`;

/** What is sent, waits and is decided, through requests; one board with a question and its moderator for all tests of a file. */
export class HeldPostsDesk {
  community!: TestCommunity;
  board!: Board;
  thread!: Thread;
  asker!: TestMember;
  moderator!: TestMember;

  private constructor(readonly served: ServedCommunity) {}

  /** Sets up around the tests of a file. */
  static open(): HeldPostsDesk {
    const desk = new HeldPostsDesk(ServedCommunity.open());
    beforeAll(async () => {
      const { community } = desk.served;
      const [board, asker] = [await community.board(), await community.member()];
      const moderator = await community.withRole('moderator', board);
      Object.assign(desk, { community, board, asker, moderator });
      desk.thread = await community.question(asker, board);
    });
    return desk;
  }

  readonly reply = async (
    member: TestMember,
    body: string,
    more: { anonymous?: boolean; website?: string; to?: Thread; clientKey?: string } = {},
  ): Promise<Answer> => {
    const { anonymous = false, website, to = this.thread, clientKey = randomUUID() } = more;
    const input = { threadId: to.publicId, body, anonymous, website, clientKey };
    return this.write(member, writing('reply', 'ReplyInput'), input);
  };

  readonly start = async (member: TestMember, title: string, body: string): Promise<Answer> =>
    this.write(member, writing('startThread', 'StartThreadInput'), {
      ...{ boardId: this.board.publicId, kind: 'QUESTION', title, body, clientKey: randomUUID() },
    });

  readonly comment = async (member: TestMember, articleId: string, body: string): Promise<Answer> =>
    this.write(member, writing('writeComment', 'WriteCommentInput'), {
      ...{ articleId, body, clientKey: randomUUID() },
    });

  readonly edit = async (member: TestMember, postId: string, body: string, title?: string): Promise<Answer> =>
    this.write(member, writing('editPost', 'EditPostInput'), { postId, body, title });

  /** What somebody may decide about; undefined for who decides nothing. */
  readonly queue = async (who: TestMember): Promise<Held[] | undefined> =>
    (
      await this.served.ask<{ heldPosts: Held[] }>(
        who,
        '{ heldPosts { id kind body suspicions author { name } boardName subject { title } changes { kind text } } }',
      )
    )?.heldPosts;

  /** How much the header tells somebody to decide about. */
  readonly waiting = async (who: TestMember): Promise<number> =>
    (await this.served.ask<{ viewer: { waitingPosts: number } }>(who, '{ viewer { waitingPosts } }'))!.viewer
      .waitingPosts;

  readonly mine = async (who: TestMember): Promise<Held[]> =>
    (await this.served.ask<{ myHeldPosts: Held[] }>(
      who,
      '{ myHeldPosts { id body suspicions heldAtRounded } }',
    ))!.myHeldPosts;

  readonly ofBody = async (body: string): Promise<Held> =>
    (await this.queue(this.moderator))!.find((held) => held.body === body)!;

  readonly publish = (who: TestMember, id: string): Promise<string> =>
    this.decide(who, `publishHeldPost(input: { heldPostId: "${id}" })`);

  readonly refuse = (who: TestMember, id: string): Promise<string> =>
    this.decide(who, `refuseHeldPost(input: { heldPostId: "${id}", reason: "Das ist Werbung." })`);

  readonly withdraw = (who: TestMember, id: string): Promise<string> =>
    this.decide(who, `withdrawHeldPost(input: { heldPostId: "${id}" })`);

  readonly bodiesIn = async ({ id }: Thread): Promise<string[]> => {
    const rows = await this.community.owner.query<{ body_md: string }[]>(
      'SELECT body_md FROM forum.post WHERE thread_id = $1 ORDER BY position',
      [id],
    );
    return rows.map(({ body_md }) => body_md);
  };

  /** Somebody known: an account that is old enough, and enough posts everybody reads. */
  readonly known = async (): Promise<TestMember> => {
    const member = await this.community.member();
    for (let post = 0; post < NEWCOMER.publicPosts; post += 1)
      await this.community.reply(member, this.thread, { body: `Das half bei uns ebenfalls, Teil ${post}.` });
    await this.community.owner.query(
      `UPDATE pseudonyms.pseudonym SET created_at = created_at - make_interval(days => $2) WHERE id = $1`,
      [member.memberId, NEWCOMER.days + 1],
    );
    return member;
  };

  private async write(member: TestMember, document: string, input: object): Promise<Answer> {
    return (await this.served.ask<{ answer: Answer }>(member, document, { input }))!.answer;
  }

  private async decide(who: TestMember, mutation: string): Promise<string> {
    const document = `mutation { answer: ${mutation} { __typename ... on UserError { message } } }`;
    return (await this.served.ask<{ answer: Answer }>(who, document))!.answer.__typename;
  }
}
