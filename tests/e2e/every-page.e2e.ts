import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  articlePath,
  ReleaseArticleService,
  SaveArticleService,
  WriteCommentService,
} from '@kundig/blog/server';
import { ProposeEntryService, ReleaseEntryService } from '@kundig/faq/server';
import { MarkSolutionService, type Thread } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { ReportPostService, SuspendService } from '@kundig/moderation/server';
import { RequestContext, type Role } from '@kundig/platform/server';
import { AuthorLoader } from '@kundig/pseudonyms/server';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the list that the pictures of all pages are taken from
import { addressOf, assertAllRoutes, PAGES } from '../../tools/screenshots/pages.mjs';
import type { TestMember } from '../support/community.js';
import { audit } from './support/audit.js';
import { Stage } from './support/stage.js';

jest.setTimeout(240_000);

const stage = Stage.open();

const WHO = ['visitor', 'member', 'suspended', 'moderator', 'administrator'] as const;
/** What the pages answer that say so, by their names; what mails lead to is looked at where they are sent. */
const NOT_THERE: Readonly<Record<string, number>> = {
  ...{ 'not-found': 404, 'not-found-signed-in': 404, 'same-problem-confirm': 404, unsubscribe: 410 },
  ...{ 'invitation-gone': 410, 'first-administrator-gone': 410 },
};
const people: Partial<Record<(typeof WHO)[number], TestMember>> = {};
let places: Record<string, string>;

beforeAll(async () => {
  const { community } = stage;
  const member = await community.member();
  const moderator = await withRoles('moderator', 'editor');
  const administrator = await community.withRole('administrator');
  await community.grant(administrator, 'custodian');
  const suspended = await community.member();
  Object.assign(people, { member, moderator, administrator, suspended });
  const { nickname } = suspended;
  await community
    .get(SuspendService)
    .execute(await community.as(administrator), { nickname }, { reason: 'Werbung', endsAt: null });

  const board = await community.board();
  const group = await community.groupBoard([member], true);
  const open = await community.question(member, board, { tags: ['rufumleitung'] });
  const solved = await community.question(member, board);
  const { publicId: post } = await community.reply(moderator, solved);
  await community.get(MarkSolutionService).execute(await community.as(member), post, true);
  const { publicId: ownPost } = await community.reply(member, solved);
  const { publicId: anonymousPost } = await community.reply(
    ...([await community.member(), open, { anonymous: true }] as const),
  );
  const anonymous = await community.question(member, board, { anonymous: true });
  const ownPersona = await personaOf(member, anonymous);
  await report(member, post);
  await report(moderator, ownPost); // two cases of one title, which must still be told apart
  const article = await publishArticle(moderator);
  const { publicId: comment } = await community.get(WriteCommentService).execute(await community.as(member), {
    ...{ articleId: article.publicId, body: 'Danke dafür.', clientKey: randomUUID() },
  });
  places = {
    nickname: member.nickname,
    board: `/b/${board.slug}/${board.publicId}`,
    smallBoard: `/b/${group.slug}/${group.publicId}`,
    ...{ solved: pathOf(solved), open: pathOf(open), openId: open.publicId },
    ...{ post, ownPost, anonymousPost, ownPersona, comment, ownComment: comment },
    ownPersonaThread: anonymous.publicId,
    article: articlePath(article),
    deskArticle: `/desk/blog/${article.publicId}`,
    faqEntry: `/faq/frage/${await releaseEntry(moderator, solved)}`,
    adminBoard: `/admin/boards/${board.publicId}`,
    adminGroup: `/admin/groups/${group.groupId}`,
  };
});

/** @returns public id of the persona that opened a thread */
async function personaOf(asker: TestMember, { authorId }: Thread): Promise<string> {
  const { community } = stage;
  return (await community.get(AuthorLoader).load(await community.as(asker), authorId!))!.id;
}

const pathOf = ({ slug, publicId }: Thread) => `/t/${slug}/${publicId}`;

async function withRoles(first: Role, second: Role): Promise<TestMember> {
  const { community } = stage;
  const member = await community.withRole(first);
  const at = community.clock.now();
  await community.get(GroupRepository).grant(RequestContext.system(), member.memberId, second, null, at);
  return member;
}

async function report(reporter: TestMember, postId: string) {
  const { community } = stage;
  const words = { reason: 'other', note: 'Bitte ansehen' } as const;
  await community.get(ReportPostService).execute(await community.as(reporter), { postId, ...words });
}

/** An article of which another editor has released the only version. */
async function publishArticle(author: TestMember) {
  const { community } = stage;
  const article = await community.get(SaveArticleService).execute(await community.as(author), {
    title: 'Glasfaser im Gewerbegebiet',
    teaser: 'Was vor dem Anschluss zu klären ist.',
    body: 'Vor dem Anschluss steht ein Gespräch mit dem Eigentümer, und danach kommt der Bagger.',
    ...{ picture: null, tags: ['glasfaser'], lang: 'de', submit: true, clientKey: randomUUID() },
  });
  const editor = await community.as(await community.withRole('editor'));
  const { publicId: articleId, number: revision } = article;
  await community.get(ReleaseArticleService).execute(editor, { articleId, revision });
  return article;
}

/** @returns public id of an entry that a solved question became */
async function releaseEntry(editor: TestMember, { publicId: threadId }: Thread): Promise<string> {
  const { community } = stage;
  const { publicId: entryId } = await community
    .get(ProposeEntryService)
    .execute(await community.as(editor), { threadId, clientKey: randomUUID() });
  const other = await community.as(await community.withRole('editor'));
  await community.get(ReleaseEntryService).execute(other, { entryId });
  return entryId;
}

describe('every page is free of barriers', () => {
  it('is among those looked at here', () => {
    expect(assertAllRoutes).not.toThrow();
    expect(PAGES.filter(({ as = 'visitor' }) => !WHO.some((one) => one === as))).toEqual([]);
  });

  it.each(WHO)('as a %s sees it', async (who) => {
    const person = await stage.arrive({ as: people[who] });
    const found: string[] = [];
    for (const { name, as = 'visitor', ...page } of PAGES) {
      if (as !== who) continue;
      if (name in NOT_THERE) person.faults.expect(NOT_THERE[name]!);
      await person.page.goto(addressOf(page, places));
      await person.awake();
      await audit(person.page, ['light']).catch(({ message }: Error) => found.push(`${name}: ${message}`));
    }
    expect(found).toEqual([]);
  });
});
