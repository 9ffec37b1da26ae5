import type { Post, Thread, Board } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { RequestContext } from '@kundig/platform/server';
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
  'administrator',
  'custodian',
] as const;
export type RoleName = (typeof ROLES)[number];

/** Who sees what stands in the closed board, besides those who see everything. */
const INSIDERS: ReadonlySet<RoleName> = new Set(['groupMember', 'moderatorHere', 'administrator']);

/** @returns everybody for whom the closed board does not exist */
export const outsiders = ROLES.filter((role) => !INSIDERS.has(role));

/** A closed thing somebody outside must not learn of. */
export interface Secret {
  readonly thread: Thread;
  readonly post: Post;
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
  const hidden: Secret[] = [];
  for (let index = 0; index < secrets; index += 1) {
    const thread = await community.question(groupMember, closed, {
      title: `Verschlossene Frage Nummer ${index}`,
    });
    hidden.push({ thread, post: await community.reply(groupMember, thread) });
  }
  const people = {
    ...{ author, personaAuthor, groupMember, formerGroupMember },
    member: await community.member(),
    moderatorHere: await community.withRole('moderator', closed),
    moderatorElsewhere: await community.withRole('moderator', open),
    editor: await community.withRole('editor'),
    administrator: await community.withRole('administrator'),
    custodian: await community.withRole('custodian'),
  };
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
    secrets: hidden,
  };
}
