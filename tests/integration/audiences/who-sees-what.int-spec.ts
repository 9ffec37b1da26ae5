import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MarkSolutionService, type Board, type Post, type Thread } from '@kundig/forum/server';
import { ClaimPersonaService, GiveUpPersonaService } from '@kundig/identity/server';
import { GiveKudosService } from '@kundig/kudos/server';
import {
  AskForRevealService,
  HidePostService,
  ReportPostService,
  SuspendService,
} from '@kundig/moderation/server';
import type { RequestContext } from '@kundig/platform/server';
import { SavePersonService } from '@kundig/pseudonyms/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import type { Mailbox } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';
import { TEST_PASSWORD } from '../../support/members.js';
import { keysForReveals } from '../../support/reveal-keys.js';

jest.setTimeout(180_000);

const folder = keysForReveals();
let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), {
  KEYS_DIR: folder,
  LIMIT_FACTOR: '10000',
});

const AUDIENCES = ['VISITOR', 'MEMBER', 'MODERATOR', 'CUSTODIAN'] as const;
type AudienceName = (typeof AUDIENCES)[number] | 'GROUP';

let board: Board;
let other: TestMember;
let moderator: TestMember;
/** Somebody of each audience. */
let real: Record<(typeof AUDIENCES)[number], () => Promise<RequestContext>>;
beforeAll(async () => {
  community.clock.passRealTime(); // delays count from this clock
  board = await community.board();
  other = await community.member();
  moderator = await community.withRole('moderator');
  const custodian = await community.withRole('custodian');
  real = {
    VISITOR: async () => community.visitor(),
    MEMBER: () => community.as(other),
    MODERATOR: () => community.as(moderator),
    CUSTODIAN: () => community.as(custodian),
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

const PLACE = 'name path';
const TITLE = 'id path title lang';
const PROFILE = `id nickname path kind pictureSeed picture about mark realName role joinedMonth postCount solutionCount
  kudosCount expertBoards { ${PLACE} }`;
const THREAD = `${TITLE} hidden tags board { ${PLACE} } details { label value }`;
const POST = `id path position html lang createdAt createdAtRounded editedAt isAsker byExpert official privateOpinion solution
  author { id name kind pictureSeed picture mark about role path claimedBy { ${PLACE} } }
  stub { reason note byAuthor at }`;

const WHO_SEES_WHAT = `query ($audience: Audience!, $threadId: ID) {
  whoSeesWhat(audience: $audience, threadId: $threadId) {
    thread { ${TITLE} }
    audiences { audience base readsThread insights }
    view {
      audience
      profile { ${PROFILE} threads { ${TITLE} } hasMoreThreads }
      thread { ${THREAD} posts { ${POST} kudosCount } }
      letter { subject text }
    }
  }
}`;

interface Answered {
  readonly whoSeesWhat: {
    thread: { id: string } | null;
    audiences: {
      audience: AudienceName;
      base: AudienceName | null;
      readsThread: boolean | null;
      insights: string[];
    }[];
    view: {
      profile: Record<string, unknown> & { threads: { id: string }[] };
      thread:
        | (Record<string, unknown> & {
            posts: (Record<string, unknown> & {
              id: string;
              author: { kind: string; name: string; path: string | null; claimedBy: { name: string } | null };
            })[];
          })
        | null;
      letter: { subject: string; text: string } | null;
    };
  };
}

const seen = async (who: TestMember, audience: AudienceName, thread?: Pick<Thread, 'publicId'>) => {
  const variables = { audience, threadId: thread?.publicId };
  return (await community.ask<Answered>(await community.as(who), WHO_SEES_WHAT, variables)).whoSeesWhat;
};

const insights = async (who: TestMember, thread: Thread) => {
  const { audiences } = await seen(who, 'MEMBER', thread);
  return Object.fromEntries(audiences.map(({ audience, insights: beyond }) => [audience, beyond]));
};

/** A profile with something on it, and an anonymous question with a solution, a hidden post and one more of theirs. */
async function written() {
  const me = await community.member();
  await community.get(SavePersonService).execute(await community.as(me), {
    ...{ picture: null, about: 'Zwei Praxen, eine Anlage', mark: null },
  });
  const byName = await community.question(me, board, { title: 'Welche Ansage gilt am Feiertag?' });
  const thread = await community.question(me, board, { anonymous: true, tags: ['telefonie'] });
  const answer = await community.reply(other, thread);
  const solved = await community.reply(me, thread, { body: 'Es lag an der Rufgruppe des alten Standorts.' });
  const hidden = await community.reply(me, thread, { body: 'Unsere Durchwahl ist die Vierhundert.' });
  await community.reply(me, thread, { body: 'Danke allen, die mitgedacht haben.' });
  await community.get(MarkSolutionService).execute(await community.as(me), solved.publicId, true);
  await community.get(GiveKudosService).execute(await community.as(other), solved.publicId);
  await community.get(HidePostService).execute(await community.as(moderator), {
    ...{ postId: hidden.publicId, reason: 'Enthält eine Durchwahl.' },
  });
  return { me, thread, byName, answer, solved };
}

const personaOf = async ({ authorId }: Pick<Thread, 'authorId'>): Promise<string> => {
  const [row] = await community.owner.query<{ public_id: string }[]>(
    'SELECT public_id FROM pseudonyms.pseudonym WHERE id = $1',
    [authorId],
  );
  return row!.public_id;
};

describe('what an audience sees', () => {
  it.each(AUDIENCES)('is what somebody real of it is answered, field by field: %s', async (audience) => {
    const { me, thread } = await written();
    const { view } = await seen(me, audience, thread);
    const ctx = await real[audience]();

    const { member } = await community.ask<{ member: Record<string, unknown> }>(
      ctx,
      `query ($nickname: String!) { member(nickname: $nickname) {
        ${PROFILE} posts(first: 5) { hasNextPage items { thread { ${TITLE} } } } } }`,
      { nickname: me.nickname },
    );
    const { posts, ...profile } = member as { posts: { hasNextPage: boolean; items: { thread: object }[] } };
    expect(view.profile).toEqual({
      ...profile,
      threads: posts.items.map((item) => item.thread),
      hasMoreThreads: posts.hasNextPage,
    });

    const answer = await community.ask<{
      thread: Record<string, unknown> & { opening: object; posts: { items: { id: string }[] } };
    }>(
      ctx,
      `query ($id: ID!) { thread(id: $id) { ${THREAD}
        opening { ${POST} kudos { count } } posts { items { ${POST} kudos { count } } } } }`,
      { id: thread.publicId },
    );
    const { opening, posts: page, ...head } = answer.thread;
    const own = [opening, ...page.items].filter(
      (post) => (post as { author: { kind: string } }).author.kind === 'PERSONA',
    );
    expect(own).toHaveLength(4);
    expect(view.thread).toEqual({
      ...head,
      posts: own.map((post) => {
        const { kudos, ...fields } = post as unknown as { kudos: { count: number } };
        return { ...fields, kudosCount: kudos.count };
      }),
    });
  });

  it('never connects the persona with its member, who stands on the profile alone', async () => {
    const { me, thread, byName } = await written();
    const { memberId, nickname, mail } = me;
    for (const audience of AUDIENCES) {
      const { view } = await seen(me, audience, thread);
      expect(view.profile.threads.map(({ id }) => id)).toEqual([byName.publicId]);
      const told = JSON.stringify([view.thread, view.letter]);
      for (const trace of [memberId, nickname, mail]) expect(told).not.toContain(trace);
    }
  });

  it('shows a claimed persona as claimed', async () => {
    const { me, thread } = await written();
    const claim = { publicId: await personaOf(thread), currentPassword: TEST_PASSWORD };
    await community.get(ClaimPersonaService).execute(await community.as(me), claim);
    const { view } = await seen(me, 'VISITOR', thread);
    expect(view.thread!.posts.map(({ author }) => author.claimedBy?.name)).toEqual(
      Array.from({ length: 4 }, () => me.nickname),
    );
  });

  it('is about the thread of the latest post where none is named, and about the profile alone before the first', async () => {
    const { me, thread } = await written();
    community.clock.advance({ minutes: 30 });
    const later = await community.question(me, board, { title: 'Und was gilt an Heiligabend?' });
    expect((await seen(me, 'MEMBER')).thread!.id).toBe(later.publicId);
    expect((await seen(me, 'MEMBER', thread)).thread!.id).toBe(thread.publicId);

    const silent = await community.member();
    const { thread: none, view, audiences } = await seen(silent, 'VISITOR');
    expect({ none, thread: view.thread, letter: view.letter }).toEqual({
      none: null,
      thread: null,
      letter: null,
    });
    expect(audiences.map(({ readsThread }) => readsThread)).toEqual([null, null, null, null]);
  });
});

describe('what an audience sees beyond another one', () => {
  it('is said in words: mails for members, and what offices bring', async () => {
    const { me, thread } = await written();
    expect(await insights(me, thread)).toEqual({
      VISITOR: [],
      MEMBER: ['MAILS'],
      MODERATOR: ['HIDDEN_TEXTS', 'HELPED', 'REPORTS', 'SUSPENSIONS', 'REVEAL_REQUESTS'],
      CUSTODIAN: ['REVEAL_DECISIONS'],
    });
  });

  it('names the thread and what the profile lists of it where visitors cannot read', async () => {
    const me = await community.member();
    const closed = await community.board({ visibility: 'members' });
    const thread = await community.question(me, closed);
    expect(await insights(me, thread)).toMatchObject({ MEMBER: ['THREAD', 'PROFILE_THREADS', 'MAILS'] });
    const { view, audiences } = await seen(me, 'VISITOR', thread);
    expect(view).toMatchObject({ thread: null, letter: null, profile: { threads: [] } });
    expect(audiences.map(({ readsThread }) => readsThread)).toEqual([false, true, true, true]);
  });

  it('tells a closed group apart from members in no group', async () => {
    const [me, fellow] = [await community.member(), await community.member()];
    const group = await community.groupBoard([me, fellow], true);
    const thread = await community.question(me, group, { anonymous: true });
    const { audiences, view } = await seen(me, 'GROUP', thread);
    expect(audiences.map(({ audience, readsThread }) => [audience, readsThread])).toEqual([
      ['VISITOR', false],
      ['MEMBER', false],
      ['GROUP', true],
      ['MODERATOR', true],
      ['CUSTODIAN', false],
    ]);
    expect(audiences[2]!.insights).toEqual(['THREAD', 'MAILS']);
    const { post } = await community.ask<{ post: { author: object } }>(
      await community.as(fellow),
      `query ($id: ID!) { post(id: $id) { ${POST} } }`,
      { id: view.thread!.posts[0]!.id },
    );
    expect(view.thread!.posts[0]).toMatchObject(post);
    await expect(seen(me, 'GROUP')).resolves.toBeDefined();
    await expect(seen(me, 'GROUP', await community.question(me, board))).rejects.toThrow(/gibt es nicht/);
  });

  it('leaves no field out that the schema answers differently', async () => {
    const { me, thread, solved } = await written();
    await community
      .get(SuspendService)
      .execute(
        await community.as(moderator),
        { nickname: me.nickname },
        { reason: 'Werbung trotz zweier Hinweise', endsAt: null },
      );
    const differing = async (type: string, root: string, id: string) => {
      const fields = await fieldsOf(type);
      const answers = await Promise.all(
        AUDIENCES.map(async (audience) => {
          const source = `query { it: ${root}: "${id}") { ${fields.map(({ selection }) => selection).join(' ')} } }`;
          return (await community.ask<{ it: Record<string, unknown> }>(await real[audience](), source)).it;
        }),
      );
      return fields
        .map(({ name }) => name)
        .filter((name) => new Set(answers.map((answer) => JSON.stringify(answer[name]))).size > 1)
        .sort();
    };
    // Each of these has its word in `Insight`; one more needs one, too.
    expect(await differing('Member', 'member(nickname', me.nickname)).toEqual([
      'suspension',
      'viewerMaySuspend',
    ]);
    expect(await differing('Post', 'post(id', solved.publicId)).toEqual([
      'helped',
      'reveals',
      'viewerMaySuspend',
    ]);
    expect(await differing('Thread', 'thread(id', thread.publicId)).toEqual(['moveTargets']);
  });
});

/** Fields of a type that can be asked without arguments; what a reader may do themselves is theirs. */
async function fieldsOf(type: string): Promise<{ name: string; selection: string }[]> {
  interface TypeRef {
    kind: string;
    ofType: TypeRef | null;
  }
  const { __type } = await community.ask<{
    __type: {
      fields: {
        name: string;
        args: { type: { kind: string }; defaultValue: string | null }[];
        type: TypeRef;
      }[];
    };
  }>(
    community.visitor(),
    `query ($type: String!) { __type(name: $type) { fields { name args { type { kind } defaultValue }
      type { kind ofType { kind ofType { kind ofType { kind } } } } } } }`,
    { type },
  );
  const named = (ref: TypeRef): string => (ref.ofType ? named(ref.ofType) : ref.kind);
  return __type.fields
    .filter(({ name }) => name !== 'viewer')
    .filter(({ args }) => args.every(({ type: of, defaultValue }) => of.kind !== 'NON_NULL' || defaultValue))
    .map(({ name, type: of }) => ({
      name,
      selection: ['OBJECT', 'INTERFACE', 'UNION'].includes(named(of)) ? `${name} { __typename }` : name,
    }));
}

describe('what it is no oracle for', () => {
  it('answers the same whether anybody has reported the post, asked who it is, or suspended the name', async () => {
    const { me, thread, solved } = await written();
    const all = async () => Promise.all(AUDIENCES.map((audience) => seen(me, audience, thread)));
    const before = await all();
    const on = await community.as(moderator);
    await community.get(ReportPostService).execute(await community.as(other), {
      ...{ postId: solved.publicId, reason: 'spam', note: null },
    });
    await community.get(AskForRevealService).execute(on, {
      ...{
        postId: solved.publicId,
        ground: 'authority',
        caseNumber: 'AZ 1',
        explanation: 'Auskunft verlangt.',
      },
    });
    await community
      .get(SuspendService)
      .execute(on, { postId: solved.publicId }, { reason: 'Werbung trotz zweier Hinweise', endsAt: null });
    expect(await all()).toEqual(before);
  });

  it('answers of threads of others, of unknown ones and of those one cannot read any more the same', async () => {
    const [me, stranger] = [await community.member(), await community.member()];
    const theirs = await community.question(stranger, board, { anonymous: true });
    await community.question(me, board);
    const group = await community.groupBoard([me], true);
    const left = await community.question(me, group);
    await community.owner.query('DELETE FROM groups.membership WHERE member_id = $1', [me.memberId]);
    const refused = async (thread: Pick<Thread, 'publicId'>) =>
      seen(me, 'MODERATOR', thread).then(
        () => 'told',
        ({ errors }: AggregateError) =>
          JSON.stringify(errors.map(({ message, extensions }) => [message, extensions])),
      );
    const unknown = await refused({ publicId: 'keinethread0' });
    expect(unknown).toContain('NotFoundError');
    expect(await refused(theirs)).toBe(unknown);
    expect(await refused(left)).toBe(unknown);
    await expect(community.ask(community.visitor(), WHO_SEES_WHAT, { audience: 'VISITOR' })).rejects.toThrow(
      /melden Sie sich/,
    );
  });

  it('knows nothing of a persona that was given up', async () => {
    const { me, thread } = await written();
    const persona = { publicId: await personaOf(thread), currentPassword: TEST_PASSWORD };
    await community.get(GiveUpPersonaService).execute(await community.as(me), persona);
    await expect(seen(me, 'VISITOR', thread)).rejects.toThrow(/gibt es nicht/);
  });
});

describe('the mail', () => {
  /** What the mail says, without the link that is each recipient's own. */
  const said = (text: string) =>
    text
      .replace(/\/unsubscribe\/\S+/g, '/unsubscribe/…')
      .replace(/\s+/g, ' ')
      .trim();

  it('is the one a follower of the thread gets, but for the link that acts', async () => {
    const me = await community.member();
    const asker = await community.member();
    const thread = await community.question(asker, board);
    const reply: Post = await community.reply(me, thread, { anonymous: true });
    community.clock.advance({ seconds: 181 });
    await community.runJobs();
    const [sent] = mailbox.to(asker.mail).filter(({ headers }) => headers.subject?.includes('Antwort'));
    const { view } = await seen(me, 'MEMBER', thread);
    expect(view.letter!.text).toContain(view.thread!.posts[0]!.author.name);
    expect(said(sent!.text)).toContain(said(view.letter!.text));
    expect(view.letter!.text).toContain(`#p-${reply.publicId}`);
    expect(view.letter!.text).toMatch(/\/unsubscribe\/…$/m);
    expect((await seen(me, 'VISITOR', thread)).view.letter).toBeNull();
    expect(mailbox.to(asker.mail).filter(({ text }) => text.includes('/unsubscribe/…'))).toEqual([]);
  });

  it('is the one about a new thread where nothing else of theirs stands in it', async () => {
    const me = await community.member();
    const thread = await community.question(me, board, { anonymous: true });
    const { letter } = (await seen(me, 'MODERATOR', thread)).view;
    expect(letter!.subject).toContain(thread.title);
    expect(letter!.text).not.toContain(me.nickname);
  });
});
