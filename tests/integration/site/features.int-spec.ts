import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { AskAsGuestService } from '@kundig/guests/server';
import {
  FEATURES,
  Features,
  OFF_AT_FIRST,
  Translator,
  type Feature,
  type RequestContext,
} from '@kundig/platform/server';
import { SavePersonService } from '@kundig/pseudonyms/server';
import { SaveSettingsService, SwitchFeatureService } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let administrator: RequestContext;
let member: TestMember;
let board: Board;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.as(await community.withRole('administrator'));
  member = await community.member();
  board = await community.board();
});
afterAll(() => community?.close());

const turn = (feature: Feature, on: boolean, ctx = administrator) =>
  community.get(SwitchFeatureService).execute(ctx, { feature, on });
const stored = () => community.snapshotOf('site.switched_off', 'moderation.audit_entry');
const ask = (ctx: RequestContext, document: string) => community.ask<Record<string, unknown>>(ctx, document);
const begin = () => community.question(member, board, { anonymous: true });

describe('a part of the community', () => {
  it('is there unless it was switched off, or has to be wanted first', () => {
    for (const feature of FEATURES)
      expect([feature, community.get(Features).isOn(feature)]).toEqual([
        feature,
        !OFF_AT_FIRST.includes(feature),
      ]);
  });

  it.each([
    ['blog', '{ articles { items { id } } }'],
    ['blog', '{ blogDesk { stale } }'],
    ['ranking', '{ ranking(period: WEEK, by: KUDOS) { enoughParticipants } }'],
    ['ranking', '{ thanksThisWeek { members { id } } }'],
    ['experts', '{ experts { id } }'],
    ['experts', '{ solutionProposals { by { name } } }'],
    ['faq', '{ faq { id } }'],
    ['guests', '{ guestQuestion(token: "x", road: BROWSER) { title } }'],
    ['persons', '{ markRequests { mark } }'],
  ] as [Feature, string][])(
    '%s, once off, is refused to everybody like what never was: %s',
    async (feature, document) => {
      const wasThere = await ask(administrator, document).then(
        () => true,
        (error: unknown) => String(error),
      );
      await turn(feature, false);
      await expect(ask(administrator, document)).rejects.toThrow('Das gibt es nicht oder nicht mehr.');
      await turn(feature, true);
      const isBack = await ask(administrator, document).then(
        () => true,
        (error: unknown) => String(error),
      );
      expect(isBack).toEqual(wasThere);
    },
  );

  it('leaves one entry in the log for each change, and is switched by administrators alone', async () => {
    await turn('ranking', false);
    const once = await stored();
    await turn('ranking', false);
    expect(await stored()).toEqual(once);
    for (const ctx of [community.visitor(), await community.as(await community.withRole('moderator'))])
      await expect(turn('ranking', true, ctx)).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(await stored()).toEqual(once);
    await turn('ranking', true);
    const { auditLog } = (await ask(administrator, '{ auditLog(first: 2) { reason path } }')) as {
      auditLog: object[];
    };
    expect(auditLog).toEqual([
      expect.objectContaining({ reason: 'Ranglisten: nein → ja', path: '/admin/features' }),
      expect.objectContaining({ reason: 'Ranglisten: ja → nein' }),
    ]);
  });

  it('is called in the log by a name and no key, whichever it is', async () => {
    for (const feature of FEATURES) {
      await turn(feature, false);
      await turn(feature, true);
      const { auditLog } = (await ask(administrator, '{ auditLog(first: 1) { reason } }')) as {
        auditLog: { reason: string }[];
      };
      expect(auditLog[0]!.reason).toMatch(/^[\p{L}„“: -]+: nein → ja$/u);
      expect(auditLog[0]!.reason).not.toContain(`field.${feature}`);
    }
  });

  it('may be switched by several at once', async () => {
    await Promise.all(FEATURES.map((feature) => turn(feature, false)));
    expect(FEATURES.filter((feature) => community.get(Features).isOn(feature))).toEqual([]);
    await Promise.all(FEATURES.map((feature) => turn(feature, true)));
    expect(FEATURES.filter((feature) => !community.get(Features).isOn(feature))).toEqual([]);
  });
});

describe('anonymity, switched off', () => {
  it('leaves what there is, lets nobody begin anew, and keeps nothing of a refused try', async () => {
    const thread = await begin();
    await turn('anonymity', false);
    const tables = ['forum.thread', 'forum.post', 'pseudonyms.pseudonym', 'identity.guest_question'];
    const before = await community.snapshotOf(...tables);
    await expect(begin()).rejects.toMatchObject({ details: { field: 'anonymous' } });
    const guest = {
      ...{
        boardId: board.publicId,
        kind: 'question' as const,
        title: 'Darf ich als Gast?',
        body: 'Ohne Namen.',
      },
      ...{ tags: [], anonymous: true, unindexed: false, website: null },
    };
    await expect(community.get(AskAsGuestService).execute(community.visitor(), guest)).rejects.toMatchObject({
      details: { field: 'anonymous' },
    });
    expect(await community.snapshotOf(...tables)).toEqual(before);
    await expect(community.reply(member, thread)).resolves.toMatchObject({ threadId: thread.id });
    await turn('anonymity', true);
    await expect(begin()).resolves.toMatchObject({ boardId: board.id });
  });
});

describe('what people choose to show, switched off', () => {
  it('is on no page, and back afterwards', async () => {
    await community
      .get(SavePersonService)
      .execute(await community.as(member), { picture: null, about: 'Ich löte gern.', mark: null });
    const about = async () =>
      (
        await community.ask<{ member: { about: string | null } }>(
          community.visitor(),
          'query ($nickname: String!) { member(nickname: $nickname) { about } }',
          { nickname: member.nickname },
        )
      ).member.about;
    expect(await about()).toBe('Ich löte gern.');
    await turn('persons', false);
    expect(await about()).toBeNull();
    await expect(ask(await community.as(member), '{ ownPerson { about } }')).rejects.toThrow();
    const staff = await community.as(await community.withRole('staff'));
    await expect(ask(staff, '{ ownPerson { about } }')).resolves.toBeDefined(); // owes readers a face
    await turn('persons', true);
    expect(await about()).toBe('Ich löte gern.');
  });
});

describe('the form of address', () => {
  const choose = (formOfAddress?: 'sie' | 'du') =>
    community.get(SaveSettingsService).execute(administrator, {
      ...{ name: 'Werkbank', brandColour: '#6d2160', accentColour: '#f0b429' },
      formOfAddress,
    });
  const said = (locale: 'de' | 'en', key: string) =>
    community.get(Translator).translate(locale, key, { site: 'Werkbank', count: 3 });

  it('holds for refusals and mails at once, for German alone, and stays when other settings change', async () => {
    expect(said('de', 'identity:mail.known.subject')).toBe('Sie haben schon ein Konto bei Werkbank');
    const english = said('en', 'identity:mail.known.subject');
    await choose('du');
    await choose();
    expect(said('de', 'identity:mail.known.subject')).toBe('Du hast schon ein Konto bei Werkbank');
    expect(said('de', 'platform:error.tooManyRequests')).toMatch(/versuch es in 3 Minuten wieder/);
    expect(said('de', 'platform:error.notFound')).not.toMatch(/^platform:/); // without a form of its own
    expect(said('en', 'identity:mail.known.subject')).toBe(english);
    const { auditLog } = (await ask(administrator, '{ auditLog(first: 5) { reason } }')) as {
      auditLog: { reason: string }[];
    };
    expect(auditLog.filter(({ reason }) => reason.includes('Anrede: sie → du'))).toHaveLength(1);
    await choose('sie');
    expect(said('de', 'identity:mail.known.subject')).toMatch(/^Sie haben/);
  });
});
