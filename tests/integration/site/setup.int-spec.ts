import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RequestContext } from '@kundig/platform/server';
import { PublishLegalTextService, type PublishLegalText } from '@kundig/identity/server';
import {
  BOARD_TEMPLATES,
  CreateBoardTreeService,
  DismissSetupService,
  SaveSettingsService,
  SetupChecklist,
} from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let member: TestMember;
let administrator: () => Promise<RequestContext>;
beforeAll(async () => {
  community = await TestCommunity.start();
  member = await community.member();
  await community.grant(member, 'administrator');
  administrator = () => community.as(member);
});
afterAll(() => community?.close());

const doneSteps = async () =>
  (await community.get(SetupChecklist).states(await administrator()))
    .filter(({ done }) => done)
    .map(({ step }) => step);
const left = async (ctx: RequestContext) =>
  (await community.ask<{ viewer: { setupStepsLeft: number } }>(ctx, '{ viewer { setupStepsLeft } }')).viewer
    .setupStepsLeft;

describe('the checklist of a new community', () => {
  it('follows what is there', async () => {
    expect(await doneSteps()).toEqual([]);
    await community.appoint(member, 'administrator');
    expect(await doneSteps()).toEqual(['name']);
    await community.get(SaveSettingsService).execute(await administrator(), {
      name: 'Werkbank',
      brandColour: '#6d2160',
      accentColour: '#f0b429',
    });
    expect(await doneSteps()).toEqual(['site', 'name']);
    await community.board();
    expect(await doneSteps()).toEqual(['site', 'boards', 'name']);
  });

  it('makes each board of the template once, however often and by however many it is asked', async () => {
    const create = async () =>
      community.get(CreateBoardTreeService).execute(await administrator(), 'telecom');
    await Promise.all([create(), create(), create()]);
    const made = await community.snapshotOf('forum.board');
    await create();
    expect(await community.snapshotOf('forum.board')).toEqual(made);
    const known = await community.ask<{ boards: { name: string; children: { name: string }[] }[] }>(
      community.visitor('en'),
      '{ boards { name children { name } } }',
    );
    expect(known.boards.map(({ name }) => name)).toContain('Technical questions');
    expect(known.boards.flatMap(({ children }) => children).map(({ name }) => name)).toContain(
      'Invoices & payment',
    );
    for (const template of BOARD_TEMPLATES)
      await community.get(CreateBoardTreeService).execute(await administrator(), template);
    const slugs = (await community.snapshotOf('forum.board'))['forum.board']!.length;
    expect(slugs).toBeGreaterThan(made['forum.board']!.length); // what templates have in common is made once
  });

  it('has all texts done when no gap is left in what everybody reads', async () => {
    const texts = async () =>
      (await community.get(SetupChecklist).states(await administrator())).find(
        ({ step }) => step === 'texts',
      );
    const publish = async (slug: PublishLegalText['slug'], body: string, replaces = '2026-11-01') =>
      community.get(PublishLegalTextService).execute(await administrator(), {
        ...{ slug, replaces, titleDe: slug, titleEn: slug, bodyDe: body, bodyEn: 'Done.' },
        ...{ material: false, answers: [], withGaps: true },
      });
    for (const slug of ['netiquette', 'privacy', 'imprint', 'terms'] as const) await publish(slug, 'Fertig.');
    expect(await texts()).toMatchObject({ done: false }); // accessibility
    await publish('accessibility', '- [weitere Lücken]');
    expect(await texts()).toMatchObject({ done: false, gapsLeft: 1 });
    const { legalText } = await community.ask<{ legalText: { version: string } }>(
      community.visitor(),
      '{ legalText(slug: "accessibility") { version } }',
    );
    await publish('accessibility', '- keine', legalText.version);
    expect(await texts()).toMatchObject({ done: true, gapsLeft: 0 });
  });

  it('is told to administrators alone, and to nobody once it is put away', async () => {
    expect(await left(await administrator())).toBe(3); // mail, people, opening
    expect(await left(await community.as(await community.withRole('moderator')))).toBe(0);
    expect(await left(community.visitor())).toBe(0);
    for (const service of [CreateBoardTreeService, DismissSetupService])
      await expect(
        community
          .get<{ execute(ctx: RequestContext, template: string): Promise<void> }>(service)
          .execute(await community.as(await community.withRole('editor')), 'general'),
      ).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(await left(await administrator())).toBe(2); // others have come
    await community.get(DismissSetupService).execute(await administrator());
    await community.get(DismissSetupService).execute(await administrator());
    expect(await left(await administrator())).toBe(0);
  });
});
