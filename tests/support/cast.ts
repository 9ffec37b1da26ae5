import { randomUUID } from 'node:crypto';
import { SaveArticleService } from '@kundig/blog/server';
import { ProposeEntryService } from '@kundig/faq/server';
import {
  HoldSuspiciousService,
  MarkSolutionService,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { LockThreadService, ReportPostService } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { Drafts } from '@kundig/pseudonyms/server';
import type { Browser } from './browser.js';
import type { TestCommunity, TestMember } from './community.js';
import type { WebProcess } from './web-process.js';

/** Everybody who may stand before the door. */
export const ROLES = [
  'visitor',
  'unconfirmed',
  'member',
  'author',
  'personaAuthor',
  'groupMember',
  'formerGroupMember',
  'moderatorHere',
  'moderatorElsewhere',
  'editor',
  'invitedAuthor',
  'administrator',
  'custodian',
] as const;
export type RoleName = (typeof ROLES)[number];

const IN_THE_BOARD: readonly RoleName[] = ['groupMember', 'moderatorHere', 'administrator'];
const AT_THE_REPORTS: readonly RoleName[] = ['moderatorHere', 'administrator'];
const AT_THE_BLOG: readonly RoleName[] = ['editor', 'administrator'];
const AT_THE_FAQ: readonly RoleName[] = ['editor', 'administrator'];

/** For whom the secret things are there, by the names of their ids. */
const INSIDERS: Readonly<Record<SecretId, readonly RoleName[]>> = {
  boardId: IN_THE_BOARD,
  threadId: IN_THE_BOARD,
  intoId: IN_THE_BOARD,
  ofId: IN_THE_BOARD,
  postId: IN_THE_BOARD,
  postIds: IN_THE_BOARD,
  draftId: ['groupMember'],
  reportId: AT_THE_REPORTS,
  reportCasesAfter: AT_THE_REPORTS,
  heldPostId: AT_THE_REPORTS,
  entryId: AT_THE_FAQ,
  faqEntryId: [], // not in force
  articleId: AT_THE_BLOG,
  deskArticleId: AT_THE_BLOG,
  translationId: AT_THE_BLOG,
  auditLogAfter: ['administrator'],
};

/** Names of arguments that can name a secret thing. */
export type SecretId =
  | 'boardId'
  | 'threadId'
  | 'intoId'
  | 'ofId'
  | 'postId'
  | 'postIds'
  | 'draftId'
  | 'reportId'
  | 'reportCasesAfter'
  | 'heldPostId'
  | 'entryId'
  | 'faqEntryId'
  | 'articleId'
  | 'deskArticleId'
  | 'translationId'
  | 'auditLogAfter';

/** @returns everybody for whom none of the things that these ids name is there */
export const outsidersOf = (idNames: readonly string[]): RoleName[] =>
  ROLES.filter((role) => !idNames.some((name) => INSIDERS[name as SecretId]?.includes(role)));

/** Everybody for whom the closed board does not exist. */
export const outsiders = outsidersOf(['boardId']);

/** A closed thing somebody outside must not learn of, and what belongs to it. */
export interface Secret {
  readonly thread: Thread;
  readonly post: Post;
  /** Of things that are there: a call with them finds what it must not tell. */
  readonly ids: Readonly<Record<SecretId, string>>;
}

/** One person per role with a browser, a public board and a hidden one with threads in it. */
export interface Cast {
  readonly people: Readonly<Record<Exclude<RoleName, 'visitor' | 'unconfirmed'>, TestMember>>;
  readonly browsers: Readonly<Record<RoleName, Browser>>;
  readonly open: Board;
  /** Question of the author with an anonymous reply, in the public board. */
  readonly question: Thread;
  readonly anonymousReply: Post;
  readonly closed: Board;
  readonly secrets: readonly Secret[];
}

/** Fills a community with the cast. @param secrets number of threads in the hidden board */
export async function fillWithCast(
  community: TestCommunity,
  web: WebProcess,
  secrets: number,
): Promise<Cast> {
  const [author, personaAuthor, groupMember, formerGroupMember] = [
    await community.member(),
    await community.member(),
    await community.member(),
    await community.member(),
  ];
  const open = await community.board();
  const closed = await community.groupBoard([groupMember, formerGroupMember], false);
  await community
    .get(GroupRepository)
    .removeMember(RequestContext.system(), closed.groupId!, formerGroupMember.memberId);
  const question = await community.question(author, open);
  const anonymousReply = await community.reply(personaAuthor, question, { anonymous: true });
  const people = {
    ...{ author, personaAuthor, groupMember, formerGroupMember },
    member: await community.member(),
    moderatorHere: await community.withRole('moderator', closed),
    moderatorElsewhere: await community.withRole('moderator', open),
    editor: await community.withRole('editor'),
    invitedAuthor: await community.withRole('author'),
    administrator: await community.withRole('administrator'),
    custodian: await community.withRole('custodian'),
  };
  const secretThings = await addSecrets(community, people, { open, closed }, secrets);
  const unconfirmed = web.visitor();
  await unconfirmed.form('/form/register', {
    ...{ _page: '/register', nickname: 'Unbestaetigt', mail: 'unbestaetigt@kunde.example' },
    ...{ password: 'Regenschirm am Mittwoch', acceptNetiquette: 'on', acceptPrivacy: 'on' },
  });
  const signedIn = await Promise.all(
    Object.entries(people).map(async ([role, member]) => [role, await web.as(member)] as const),
  );
  return {
    people,
    browsers: { visitor: web.visitor(), unconfirmed, ...Object.fromEntries(signedIn) } as Cast['browsers'],
    ...{ open, question, anonymousReply, closed },
    secrets: secretThings,
  };
}

/** A thread with a reply, a draft, a report and a held reply each; an FAQ entry and an article nobody has released, and an audit log. */
async function addSecrets(
  community: TestCommunity,
  people: Cast['people'],
  { open, closed }: Pick<Cast, 'open' | 'closed'>,
  count: number,
): Promise<Secret[]> {
  const entryId = await proposeEntry(community, people, open);
  const articleId = await draftArticle(community, people);
  const writer = await community.member(); // none of the cast, as whoever wrote what is held may withdraw it
  await community
    .get(GroupRepository)
    .addMember(RequestContext.system(), closed.groupId!, writer.memberId, community.clock.now());
  const secrets: Secret[] = [];
  for (let index = 0; index < count; index += 1) {
    const thread = await community.question(people.groupMember, closed, {
      title: `Verschlossene Frage Nummer ${index}`,
    });
    const post = await community.reply(people.groupMember, thread);
    const draft = await community.get(Drafts).save(await community.as(people.groupMember), {
      ...{ threadId: thread.id, title: null, body: 'Noch nicht fertig', boardId: null },
      ...{ kind: null, tags: [], anonymous: false, unindexed: false },
    });
    const reportId = await report(community, people.groupMember, post);
    const ids = {
      boardId: closed.publicId,
      ...{ threadId: thread.publicId, intoId: thread.publicId, ofId: thread.publicId },
      ...{ postId: post.publicId, postIds: post.publicId },
    };
    const article = { articleId, deskArticleId: articleId, translationId: articleId };
    const heldPostId = await heldReply(community, writer, thread);
    const desk = { draftId: draft.id, reportId, reportCasesAfter: reportId, heldPostId };
    secrets.push({
      thread,
      post,
      ids: { ...ids, ...desk, entryId, faqEntryId: entryId, ...article, auditLogAfter: '2' },
    });
  }
  const moderator = await community.as(people.moderatorHere);
  const { publicId: threadId } = secrets[0]!.thread;
  for (const locked of [true, false])
    await community.get(LockThreadService).execute(moderator, { threadId, reason: null }, locked);
  community.clock.advance({ minutes: 1 }); // behind the others in the queue, for the moderator elsewhere
  await report(
    community,
    people.member,
    await community.reply(people.author, await community.question(people.author, open)),
  );
  return secrets;
}

/** @returns id of the report */
async function report(community: TestCommunity, reporter: TestMember, post: Post): Promise<string> {
  const input = { postId: post.publicId, reason: 'other' as const, note: 'Bitte ansehen' };
  await community.get(ReportPostService).execute(await community.as(reporter), input);
  const [row] = await community.owner.query<{ id: string }[]>(
    'SELECT id FROM moderation.report WHERE post_id = $1',
    [post.id],
  );
  return row!.id;
}

/** @returns id of a reply that waits for a moderator */
async function heldReply(community: TestCommunity, writer: TestMember, thread: Thread): Promise<string> {
  const body = 'Alles dazu steht unter https://bit.ly/verschlossen, bitte ansehen.';
  const reply = { threadId: thread.publicId, body, anonymous: null, clientKey: randomUUID() };
  await community.get(HoldSuspiciousService).reply(await community.as(writer), reply);
  const [row] = await community.owner.query<{ id: string }[]>(
    'SELECT id FROM identity.held_post WHERE subject_id = $1',
    [thread.id],
  );
  return row!.id;
}

/** @returns public id of an article that is not in force */
async function draftArticle(community: TestCommunity, { editor }: Cast['people']): Promise<string> {
  const { publicId } = await community.get(SaveArticleService).execute(await community.as(editor), {
    title: 'Was noch niemand lesen soll',
    teaser: 'Erst am Tag der Messe wird das hier bekannt.',
    body: 'Bis dahin bleibt der Text auf dem Tisch der Redaktion und ist sonst nirgends zu finden.',
    picture: null,
    tags: [],
    lang: 'de',
    submit: true,
    clientKey: randomUUID(),
  });
  return publicId;
}

/** @returns public id of an entry that is not in force */
async function proposeEntry(community: TestCommunity, people: Cast['people'], open: Board): Promise<string> {
  const thread = await community.question(people.author, open);
  const { publicId } = await community.reply(people.member, thread);
  await community.get(MarkSolutionService).execute(await community.as(people.author), publicId, true);
  const entry = await community
    .get(ProposeEntryService)
    .execute(await community.as(people.editor), { threadId: thread.publicId, clientKey: randomUUID() });
  return entry.publicId;
}
