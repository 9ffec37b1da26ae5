import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AppointLeadService,
  ChangeRoleService,
  DecideAccessService,
  GroupMembershipService,
  ConfirmNewcomerService,
  InviteMembersService,
  OpenMailService,
  RequestAccessService,
  SaveGroupService,
  WithdrawRoleService,
} from '@kundig/administration/server';
import { GroupRepository } from '@kundig/groups/server';
import { AcceptInvitationService } from '@kundig/identity/server';
import type { Board } from '@kundig/forum/server';
import { RequestContext, type Role } from '@kundig/platform/server';
import { MemberDesk } from '@kundig/pseudonyms/server';
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
const groupsOf = (group: string) =>
  `{ groupDesk { id } accessRequests { id } groupMembers(group: "${group}") { lead member { nickname } } }`;
const NO_GROUPS = { groupDesk: [], accessRequests: [], groupMembers: [] };
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
        '{ roleDesk { member { id } } }',
        '{ memberDesk { endCursor } }',
        `{ memberFile(nickname: "${nickname}") { mail } }`,
      ])
        await expect(community.ask(ctx, query)).rejects.toThrow();
      const groups = community.ask(ctx, groupsOf(board.groupId!));
      if (ctx.actor.isMember) expect(await groups).toEqual(NO_GROUPS);
      else await expect(groups).rejects.toThrow();
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

  describe('of custodians and administrators', () => {
    /** The administrator, whose code was given so many minutes ago; who has no second factor at null. */
    const proven = async (minutesAgo: number | null): Promise<RequestContext> => {
      const { actor } = await admin();
      const on = minutesAgo !== null;
      const provedAt = on ? new Date(community.clock.now().getTime() - minutesAgo * 60_000) : null;
      return RequestContext.for({ actor, locale: 'de', secondFactor: { on, owed: false, provedAt } });
    };
    const held = async ({ memberId }: TestMember) =>
      (await community.get(GroupRepository).rightsOf(RequestContext.system(), memberId)).grants;

    it.each(['custodian', 'administrator'] as const)('are given by a fresh code alone: %s', async (role) => {
      const guest = await community.member();
      const give = async (minutesAgo: number | null) =>
        change(await proven(minutesAgo), guest.nickname, role, true);
      for (const stale of [5, 60]) await expect(give(stale)).rejects.toThrow('factorNotFresh');
      expect(await held(guest)).toEqual([]);
      await give(4);
      expect(await held(guest)).toEqual([{ role, boardId: null }]);
      await change(await proven(60), guest.nickname, role, false); // taking it away opens nothing
      expect(await held(guest)).toEqual([]);
    });

    it('are given without one by whoever has no second factor, but never that of custodians', async () => {
      const guest = await community.member();
      await expect(change(await proven(null), guest.nickname, 'custodian', true)).rejects.toMatchObject({
        details: { field: 'role' },
      });
      expect(await held(guest)).toEqual([]);
      await change(await proven(null), guest.nickname, 'administrator', true);
      await change(await proven(null), guest.nickname, 'administrator', false);
      await change(await proven(60), guest.nickname, 'moderator', true);
      expect(await held(guest)).toEqual([{ role: 'moderator', boardId: null }]);
    });
  });

  it('take the real name along with the last of them that speaks for the operator, by command, too', async () => {
    const speaker = await community.withRole('staff');
    await change(await admin(), speaker.nickname, 'moderator', true);
    await community.get(MemberDesk).publish(RequestContext.system(), speaker.memberId, {
      ...{ realName: 'Miriam Sommer', roleDe: 'Technik', roleEn: 'Engineering' },
    });
    const named = async () =>
      (
        await community.ask<{ member: { realName: string | null } }>(
          community.visitor(),
          'query ($nickname: String!) { member(nickname: $nickname) { realName } }',
          { nickname: speaker.nickname },
        )
      ).member.realName;
    const revoke = (role: Role) =>
      community
        .get(WithdrawRoleService)
        .execute(RequestContext.system(), { memberId: speaker.memberId, role, boardId: null });
    await revoke('moderator');
    expect(await named()).toBe('Miriam Sommer');
    await revoke('staff');
    expect(await named()).toBeNull();
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
        'groups:error.lastAdministrator',
      );
    }
  });
});

describe('a member who looks after a group', () => {
  it('decides who belongs to that group, and sees nothing of any other', async () => {
    const [lead, guest] = [await community.member(), await community.member()];
    const [own, other] = [await community.groupBoard([lead], true), await community.groupBoard([lead], true)];
    const appoint = async (yes: boolean) =>
      community
        .get(AppointLeadService)
        .execute(await admin(), { group: own.groupId!, nickname: lead.nickname }, yes);
    expect(await community.ask(await community.as(lead), groupsOf(own.groupId!))).toEqual(NO_GROUPS);
    await appoint(true);
    for (const board of [own, other]) await ask(guest, board);

    const seen = await community.ask<{ groupDesk: { id: string }[]; accessRequests: { id: string }[] }>(
      await community.as(lead),
      groupsOf(own.groupId!),
    );
    expect(seen).toMatchObject({
      groupDesk: [{ id: own.groupId }],
      groupMembers: [{ lead: true, member: { nickname: lead.nickname } }],
    });
    expect(seen.accessRequests).toHaveLength(1);
    const elsewhere = await community.ask(await community.as(lead), groupsOf(other.groupId!));
    expect(elsewhere).toMatchObject({ groupMembers: [] });

    const [foreign] = (await open()).filter(({ id }) => id !== seen.accessRequests[0]!.id).slice(-1);
    const before = await rights();
    const ctx = await community.as(lead);
    for (const attempt of [
      community
        .get(GroupMembershipService)
        .execute(ctx, { group: other.groupId!, nickname: guest.nickname }, true),
      community
        .get(DecideAccessService)
        .execute(ctx, { request: foreign!.id, decision: 'accepted', answer: null }),
      community.get(AppointLeadService).execute(ctx, { group: own.groupId!, nickname: lead.nickname }, true),
      community.get(SaveGroupService).execute(ctx, { group: own.groupId!, nameDe: 'Neu', nameEn: 'New' }),
    ])
      await expect(attempt).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(await rights()).toEqual(before);

    await community
      .get(DecideAccessService)
      .execute(ctx, { request: seen.accessRequests[0]!.id, decision: 'accepted', answer: 'Willkommen!' });
    expect((await community.as(guest)).actor.groupIds).toEqual([own.groupId]);
    await community
      .get(GroupMembershipService)
      .execute(ctx, { group: own.groupId!, nickname: guest.nickname }, false);
    expect((await community.as(guest)).actor.groupIds).toEqual([]);

    await appoint(false);
    expect(await community.ask(await community.as(lead), groupsOf(own.groupId!))).toEqual(NO_GROUPS);
  });
});

describe('a decision about a request', () => {
  it.each(['accepted', 'declined'] as const)(
    'that was %s is told once, by the bell and by mail',
    async (decision) => {
      const guest = await community.member();
      const board = await community.groupBoard([], true);
      await ask(guest, board);
      const [request] = (await open()).filter(({ member: { nickname } }) => nickname === guest.nickname);
      const decide = async () =>
        community
          .get(DecideAccessService)
          .execute(await admin(), { request: request!.id, decision, answer: 'Bis bald.' });
      await decide();
      await decide();
      await community.runJobs();
      const { viewer, notices } = await community.ask<{
        viewer: { unreadNotices: number };
        notices: { occasion: string; path: string; unread: boolean }[];
      }>(
        await community.as(guest),
        '{ viewer { unreadNotices } notices { occasion path unread thread { id } } }',
      );
      expect(viewer.unreadNotices).toBe(1);
      expect(notices).toEqual([
        {
          occasion: `ACCESS_${decision.toUpperCase()}`,
          path: `/b/${board.slug}/${board.publicId}`,
          unread: true,
          thread: null,
        },
      ]);
      const mails = await community.owner.query<{ text: string }[]>(
        'SELECT text FROM identity.outbox_mail WHERE recipient = $1',
        [guest.mail],
      );
      expect(mails).toHaveLength(1);
      expect(mails[0]!.text).toContain('Bis bald.');
    },
  );
});

describe('invitations', () => {
  it('are accepted by the link handed over where no mail server carries them, once an administrator confirms', async () => {
    const mail = `ada${randomUUID().slice(0, 8)}@firma.example`;
    const terms = { locale: 'de', role: null, groupIds: [], message: null } as const;
    const [sent] = await community
      .get(InviteMembersService)
      .execute(await admin(), { mails: mail, ...terms });
    await community.runJobs();
    const mails = () =>
      community.owner.query('SELECT state FROM identity.outbox_mail WHERE recipient = $1', [mail]);
    expect(await mails()).toEqual([{ state: 'waiting' }]);
    await community.get(AcceptInvitationService).execute(community.visitor(), {
      token: sent!.url.split('/').at(-1)!,
      nickname: `Ada${randomUUID().slice(0, 8)}`,
      password: 'Leitung steht und hält',
    });
    const accounts = () => community.owner.query('SELECT FROM identity.account WHERE mail = $1', [mail]);
    expect(await accounts()).toEqual([]);
    await community.get(ConfirmNewcomerService).execute(await admin(), { mail });
    expect(await accounts()).toHaveLength(1);
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
