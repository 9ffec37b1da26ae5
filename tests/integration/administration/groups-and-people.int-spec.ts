import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ChangeRoleService,
  DecideAccessService,
  GroupMembershipService,
  OpenMailService,
  RequestAccessService,
  SaveGroupService,
} from '@kundig/administration/server';
import type { Board } from '@kundig/forum/server';
import type { RequestContext, Role } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let administrator: TestMember;
let member: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.withRole('administrator');
  member = await community.member();
});
afterAll(() => community.close());

const admin = () => community.as(administrator);
const rights = () =>
  community.snapshotOf(
    'groups.closed_group',
    'groups.membership',
    'groups.access_request',
    'groups.role_grant',
    'moderation.audit_entry',
  );
const ask = async (who: TestMember, board: Board, note: string | null = 'Wir sind Partner.') =>
  community.get(RequestAccessService).execute(await community.as(who), { boardId: board.publicId, note });
const open = async () => {
  const data = await community.ask<{
    accessRequests: { id: string; note: string; member: { nickname: string } }[];
  }>(await admin(), '{ accessRequests { id note group member { nickname } } }');
  return data.accessRequests;
};
const ownRequest = async (who: TestMember, { publicId }: Board) => {
  const data = await community.ask<{ board: { readable: boolean; viewerAccessRequest: object | null } }>(
    await community.as(who),
    'query ($id: ID!) { board(id: $id) { readable viewerAccessRequest { decision answer } } }',
    { id: publicId },
  );
  return data.board;
};

describe('groups, roles and mail addresses', () => {
  it('are for administrators of the whole community alone; anybody else changes nothing', async () => {
    const board = await community.groupBoard([], true);
    await ask(member, board);
    const [request] = await open();
    const others = [
      community.visitor(),
      await community.as(member),
      await community.as(await community.withRole('moderator')),
      await community.as(await community.withRole('administrator', board)),
      await community.as(await community.withRole('editor')),
    ];
    const before = await rights();
    const { nickname } = member;
    for (const ctx of others) {
      const answer = ctx.actor.isMember ? 'platform:error.notFound' : 'platform:error.signInRequired';
      const tries = [
        community.get(SaveGroupService).execute(ctx, { group: null, nameDe: 'Neu', nameEn: 'New' }),
        community.get(GroupMembershipService).execute(ctx, { group: board.groupId!, nickname }, true),
        community
          .get(DecideAccessService)
          .execute(ctx, { request: request!.id, decision: 'accepted', answer: null }),
        community.get(ChangeRoleService).execute(ctx, { nickname, role: 'administrator', board: null }, true),
        community.get(OpenMailService).execute(ctx, { nickname, reason: 'Neugier' }),
      ];
      for (const attempt of tries) await expect(attempt).rejects.toThrow(answer);
      for (const query of [
        '{ groupDesk { id } }',
        '{ accessRequests { id } }',
        '{ roleDesk { member { id } } }',
        '{ memberDesk { endCursor } }',
        `{ memberFile(nickname: "${nickname}") { mail } }`,
        `{ groupMembers(group: "${board.groupId!}") { id } }`,
      ])
        await expect(community.ask(ctx, query)).rejects.toThrow();
    }
    expect(await rights()).toEqual(before);
  });
});

describe('a request for access', () => {
  it('is one while it is open, is told when it is declined, and opens the board when it is accepted', async () => {
    const board = await community.groupBoard([], true);
    const guest = await community.member();
    await Promise.all([ask(guest, board), ask(guest, board), ask(guest, board)]);
    const mine = async () => (await open()).filter((request) => request.member.nickname === guest.nickname);
    const [first, ...more] = await mine();
    expect([first?.note, more]).toEqual(['Wir sind Partner.', []]);
    expect((await ownRequest(guest, board)).viewerAccessRequest).toEqual({ decision: null, answer: null });
    const decide = async (id: string, decision: 'accepted' | 'declined', answer: string | null) =>
      community.get(DecideAccessService).execute(await admin(), { request: id, decision, answer });

    await decide(first!.id, 'declined', 'Nur für Partner mit Vertrag.');
    await decide(first!.id, 'declined', null);
    await expect(decide(first!.id, 'accepted', null)).rejects.toThrow(
      'administration:error.decidedOtherwise',
    );
    expect(await ownRequest(guest, board)).toEqual({
      readable: false,
      viewerAccessRequest: { decision: 'DECLINED', answer: 'Nur für Partner mit Vertrag.' },
    });

    await ask(guest, board, null);
    const [second] = await mine();
    await decide(second!.id, 'accepted', null);
    expect(await ownRequest(guest, board)).toEqual({ readable: true, viewerAccessRequest: null });
    await expect(ask(guest, board)).rejects.toThrow('administration:error.mayRead');
    expect(await mine()).toEqual([]);
  });

  it('never tells a hidden board from one that is not there', async () => {
    const hidden = await community.groupBoard([], false);
    const before = await rights();
    const refusals = await Promise.allSettled([
      ask(member, hidden),
      ask(member, { ...hidden, publicId: 'abcdefghjkmn' }),
    ]);
    expect(new Set(refusals.map((refusal) => String((refusal as PromiseRejectedResult).reason)))).toEqual(
      new Set(['Error: platform:error.notFound']),
    );
    expect(await rights()).toEqual(before);
  });
});

describe('a member of a group', () => {
  it('reads its board from being let in until being taken out', async () => {
    const board = await community.groupBoard([], false);
    const guest = await community.member();
    const change = async (inside: boolean) =>
      community
        .get(GroupMembershipService)
        .execute(await admin(), { group: board.groupId!, nickname: guest.nickname.toUpperCase() }, inside);
    const knows = async () => (await community.knownBoards(await community.as(guest))).includes(board.slug);
    await change(true);
    await change(true);
    expect(await knows()).toBe(true);
    await change(false);
    expect(await knows()).toBe(false);
  });
});

describe('roles', () => {
  const change = async (who: RequestContext, nickname: string, role: Role, held: boolean, board?: Board) =>
    community.get(ChangeRoleService).execute(who, { nickname, role, board: board?.publicId ?? null }, held);

  it('hold at once where they were given, and stand in the list', async () => {
    const board = await community.board();
    const other = await community.board();
    await change(await admin(), member.nickname, 'moderator', true, board);
    const { actor } = await community.as(member);
    expect([actor.can('forum:moderate', board.id), actor.can('forum:moderate', other.id)]).toEqual([
      true,
      false,
    ]);
    const { roleDesk } = await community.ask<{
      roleDesk: { member: { nickname: string }; roles: object[] }[];
    }>(await admin(), '{ roleDesk { member { nickname } roles { role boardName } } }');
    expect(roleDesk.find((file) => file.member.nickname === member.nickname)?.roles).toEqual([
      { role: 'MODERATOR', boardName: board.nameDe },
    ]);
    await change(await admin(), member.nickname, 'moderator', false, board);
    expect((await community.as(member)).actor.can('forum:moderate', board.id)).toBe(false);
  });

  it('that concern everybody are not given for one board', async () => {
    const attempt = change(await admin(), member.nickname, 'administrator', true, await community.board());
    await expect(attempt).rejects.toMatchObject({ details: { field: 'board' } });
    await expect(change(await admin(), 'Niemand_da', 'editor', true)).rejects.toMatchObject({
      details: { field: 'nickname' },
    });
  });

  it('leave one administrator, even when two withdraw each other’s role at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const second = await community.withRole('administrator');
      const [one, two] = [await admin(), await community.as(second)];
      await Promise.allSettled([
        change(one, second.nickname, 'administrator', false),
        change(two, administrator.nickname, 'administrator', false),
      ]);
      const held = await community.owner.query<{ member_id: string }[]>(
        `SELECT member_id FROM groups.role_grant WHERE role = 'administrator' AND board_id IS NULL`,
      );
      expect(held).toHaveLength(1);
      administrator = held[0]!.member_id === administrator.memberId ? administrator : second;
      await expect(change(await admin(), administrator.nickname, 'administrator', false)).rejects.toThrow(
        'administration:error.lastAdministrator',
      );
    }
  });
});

describe('members', () => {
  const page = async (prefix: string, after?: string) => {
    const { memberDesk } = await community.ask<{
      memberDesk: { endCursor: string | null; items: { member: { nickname: string } }[] };
    }>(
      await admin(),
      'query ($prefix: String!, $after: String) { memberDesk(prefix: $prefix, after: $after) { endCursor items { member { nickname } } } }',
      { prefix, after },
    );
    return { names: memberDesk.items.map((file) => file.member.nickname), end: memberDesk.endCursor };
  };

  it('are found by how the nickname begins, page by page, each once, and never a persona', async () => {
    const asker = await community.member('Zaunkoenig_100');
    await community.question(asker, await community.board(), { anonymous: true });
    const names = Array.from({ length: 54 }, (_, index) => `Zaunkoenig_${index + 10}`);
    for (const name of names) await community.member(name);
    const first = await page('zaunkoenig_');
    const second = await page('zaunkoenig_', first.end!);
    expect([first.names.length, second.end]).toEqual([50, null]);
    expect([...first.names, ...second.names].sort()).toEqual([...names, 'Zaunkoenig_100'].sort());
    expect((await page('Anonym')).names).toEqual([]);
    expect((await page('%')).names).toEqual([]);
  });

  it('show their mail address to whoever gave a reason, for ten minutes, and to nobody else', async () => {
    const other = await community.withRole('administrator');
    const mailFor = async (who: TestMember) => {
      const { memberFile } = await community.ask<{ memberFile: { mail: string | null } }>(
        await community.as(who),
        'query ($nickname: String!) { memberFile(nickname: $nickname) { mail } }',
        { nickname: member.nickname },
      );
      return memberFile.mail;
    };
    expect(await mailFor(administrator)).toBeNull();
    await community
      .get(OpenMailService)
      .execute(await admin(), { nickname: member.nickname, reason: 'Rückruf vereinbart' });
    expect([await mailFor(administrator), await mailFor(other)]).toEqual([member.mail, null]);
    const [entry] = await community.owner.query<object[]>(
      `SELECT actor_id, subject_id, reason FROM moderation.audit_entry WHERE action = 'member-mail-opened'`,
    );
    expect(entry).toEqual({
      actor_id: administrator.memberId,
      subject_id: member.nickname,
      reason: 'Rückruf vereinbart',
    });
    community.clock.advance({ minutes: 11 });
    expect(await mailFor(administrator)).toBeNull();
  });
});
