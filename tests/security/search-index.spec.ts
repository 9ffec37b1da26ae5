import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import {
  ChooseIndexingService,
  DeletePostService,
  EditPostService,
  MarkSolutionService,
  ReplyService,
  ShareProblemService,
  StartThreadService,
  type Board,
} from '@kundig/forum/server';
import {
  ChangeKindService,
  HidePostService,
  LockThreadService,
  MergeThreadService,
  MoveThreadService,
  RedactPassageService,
  RelabelThreadService,
  RestorePostService,
  SplitThreadService,
} from '@kundig/moderation/server';
import { ExpectedError, RequestContext } from '@kundig/platform/server';
import { ReindexSearch, VerifySearch } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../support/community.js';
import { SECURITY_SIZE, sized } from '../support/security-size.js';
import { SeededRandomness } from '../support/seeded-randomness.js';

/** Of threads and posts, drawn at random: 10,000 by `npm run test:security`. */
const CHANGES = sized(250, 10_000);
/** So many of them happen at the same time, before what they cause is done. */
const AT_ONCE = 3;
const WORDS = [
  ...['Rufgruppe', 'Störung', 'Anschluss', 'Telefonanlage', 'router', 'voicemail', 'Müller', 'Übersicht'],
  ...[
    'W724V',
    'mail.firma',
    'DSL-16000',
    'AT&T;',
    'und/oder',
    'mehr.Seit',
    'a~b~tilde',
    '(Klammer)',
    'Ende.',
    '»ja«',
    'x_y_strich',
  ],
];
const system = RequestContext.system();

jest.setTimeout(SECURITY_SIZE === 'full' ? 3_600_000 : 240_000);

let community: TestCommunity;
let boards: Board[];
let people: TestMember[];
let moderator: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start({ LIMIT_FACTOR: '100000' });
  people = [await community.member(), await community.member(), await community.member()];
  moderator = await community.withRole('moderator');
  boards = [
    await community.board(),
    await community.board(),
    await community.groupBoard([...people, moderator], false),
  ];
});
afterAll(() => community.close());

/** Public ids of what was written so far; some of it may be gone. */
const written = { threads: [] as string[], posts: [] as string[] };

type Change = (random: SeededRandomness, key: string) => Promise<unknown>;

const some = <Item>(random: SeededRandomness, items: readonly Item[]): Item =>
  items[random.below(items.length)]!;
const sentence = (random: SeededRandomness, key: string): string =>
  `${Array.from({ length: 5 }, () => some(random, WORDS)).join(' ')} Nr${key}`;
const uuidOf = (random: SeededRandomness): string => random.uuid();
const member = (random: SeededRandomness) => community.as(some(random, people));
const asModerator = () => community.as(moderator);
const aThread = (random: SeededRandomness): string => some(random, written.threads);
const aPost = (random: SeededRandomness): string => some(random, written.posts);
const aBoard = (random: SeededRandomness): string => some(random, boards).publicId;

async function openingOf(threadId: string): Promise<void> {
  const [post] = await community.owner.query<{ public_id: string }[]>(
    'SELECT p.public_id FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id WHERE t.public_id = $1 AND p.position = 1',
    [threadId],
  );
  written.threads.push(threadId);
  written.posts.push(post!.public_id);
}

const ask: Change = async (random, key) => {
  const thread = await community.get(StartThreadService).execute(await member(random), {
    ...{ boardId: aBoard(random), kind: random.below(4) === 0 ? 'discussion' : 'question' },
    ...{ title: `Warum ${sentence(random, key)}?`, body: sentence(random, key), tags: [some(random, WORDS)] },
    ...{ anonymous: random.below(3) === 0, clientKey: uuidOf(random) },
  });
  await openingOf(thread.publicId);
};
const reply: Change = async (random, key) => {
  const { post } = await community.get(ReplyService).execute(await member(random), {
    ...{ threadId: aThread(random), body: sentence(random, key) },
    ...{ anonymous: random.below(3) === 0 || null, clientKey: uuidOf(random) },
  });
  written.posts.push(post.publicId);
};
const split: Change = async (random, key) => {
  const postId = aPost(random);
  const [thread] = await community.owner.query<{ public_id: string }[]>(
    'SELECT t.public_id FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id WHERE p.public_id = $1',
    [postId],
  );
  const { publicId } = await community.get(SplitThreadService).execute(await asModerator(), {
    ...{ threadId: thread!.public_id, postIds: [postId], following: random.below(2) === 0 },
    ...{ title: `Abgetrennt ${sentence(random, key)}`, boardId: aBoard(random) },
    ...{ reason: null, clientKey: uuidOf(random) },
  });
  written.threads.push(publicId);
};

/** What may happen, each as often as it stands here. */
const KINDS: readonly Change[] = [
  ...[ask, ask, ask, reply, reply, reply, reply, split, split],
  ...Array.from({ length: 3 }, (): Change => async (random, key) => {
    const title = random.below(3) === 0 ? `Wie ${sentence(random, key)}?` : undefined;
    const edit = { postId: aPost(random), title, body: sentence(random, key) };
    await community.get(EditPostService).execute(await member(random), edit);
  }),
  async (random) => community.get(DeletePostService).execute(await member(random), aPost(random)),
  ...Array.from({ length: 2 }, (): Change => async (random) => {
    const postId = aPost(random);
    await community
      .get(HidePostService)
      .execute(await asModerator(), { postId, reason: 'Nennt einen Kunden' });
  }),
  ...Array.from({ length: 2 }, (): Change => async (random) => {
    await community
      .get(RestorePostService)
      .execute(await asModerator(), { postId: aPost(random), reason: 'Irrtum' });
  }),
  ...Array.from({ length: 2 }, (): Change => async (random) => {
    const move = { threadId: aThread(random), boardId: aBoard(random), reason: null };
    await community.get(MoveThreadService).execute(await asModerator(), move);
  }),
  async (random) => {
    const merge = { threadId: aThread(random), intoId: aThread(random), reason: null };
    await community.get(MergeThreadService).execute(await asModerator(), merge);
  },
  async (random, key) => {
    const label = { title: `Neu: ${sentence(random, key)}`, tags: [some(random, WORDS)], reason: null };
    await community
      .get(RelabelThreadService)
      .execute(await asModerator(), { threadId: aThread(random), ...label });
  },
  async (random) => {
    const kind = random.below(2) === 0 ? 'question' : 'discussion';
    await community
      .get(ChangeKindService)
      .execute(await asModerator(), { threadId: aThread(random), kind, reason: null });
  },
  async (random) => {
    const lock = { threadId: aThread(random), reason: null };
    await community.get(LockThreadService).execute(await asModerator(), lock, random.below(2) === 0);
  },
  async (random) => {
    const passage = { postId: aPost(random), passage: some(random, WORDS), reason: null };
    await community.get(RedactPassageService).execute(await asModerator(), passage);
  },
  async (random) =>
    community.get(MarkSolutionService).execute(await member(random), aPost(random), random.below(3) > 0),
  async (random) => community.get(ShareProblemService).execute(await member(random), aThread(random), true),
  async (random) => community.get(ChooseIndexingService).execute(await member(random), aThread(random), true),
];

/** All that search keeps, in an order of its own. */
async function stored() {
  const [documents, words] = await Promise.all([
    community.owner.query<unknown[]>('SELECT * FROM search.document ORDER BY post_id'),
    community.owner.query<unknown[]>(
      'SELECT spelling, word, ARRAY(SELECT unnest(boards) ORDER BY 1) AS boards FROM search.word ORDER BY spelling',
    ),
  ]);
  return { documents, words };
}

/** @returns whether it happened; much is asked of what is gone, or by somebody who may not */
async function attempt(change: Change, random: SeededRandomness, key: string): Promise<boolean> {
  try {
    await change(random, key);
    return true;
  } catch (error) {
    if (error instanceof ExpectedError) return false;
    throw error;
  }
}

it(`says what the forum says, after ${CHANGES} changes drawn at random, several at once`, async () => {
  const random = new SeededRandomness('search index');
  for (let first = 0; first < 10; first += 1) await ask(random, `a${first}`);
  let done = 0;
  for (let index = 0; done < CHANGES; index += AT_ONCE) {
    const changes = Array.from({ length: AT_ONCE }, (_, at) =>
      attempt(some(random, KINDS), random, `${index + at}`),
    );
    done += (await Promise.all(changes)).filter(Boolean).length;
    community.clock.advance({ minutes: 1 });
    if (random.below(3) === 0) await community.runJobs();
  }
  await community.runJobs();
  expect(await community.get(VerifySearch).execute(system)).toMatchObject({ differences: [] });
  const followed = await stored();
  expect(followed.documents.length).toBeGreaterThan(CHANGES / 10);
  await community.get(ReindexSearch).execute(system);
  expect(await stored()).toEqual(followed);
});
