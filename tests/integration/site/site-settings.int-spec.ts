import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RequestContext, SiteProfile } from '@kundig/platform/server';
import {
  AnnounceIncidentService,
  EndIncidentService,
  SaveSettingsService,
  SiteSettings,
  type SaveSettings,
} from '@kundig/site/server';
import { TestCommunity } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let administrator: RequestContext;
beforeAll(async () => {
  community = await TestCommunity.start({ SITE_NAME: 'Werkbank', TIME_ZONE: 'Europe/Berlin' });
  administrator = await community.as(await community.withRole('administrator'));
});
afterAll(() => community?.close());

const save = (ctx: RequestContext, input: Partial<SaveSettings>) =>
  community
    .get(SaveSettingsService)
    .execute(ctx, { name: 'Werkbank', brandColour: '#6d2160', accentColour: '#f0b429', ...input });
const stored = () => community.snapshotOf('site.setting', 'site.incident');

describe('name and colours', () => {
  it('are those of the environment and the style sheet until somebody sets them', async () => {
    expect(community.get(SiteProfile).name).toBe('Werkbank');
    expect(community.get(SiteSettings).stylesheet).toBeNull();
    await save(administrator, { name: 'Drehbank', brandColour: '#0b5394' });
    expect(community.get(SiteProfile).name).toBe('Drehbank');
    expect(community.get(SiteSettings).stylesheet?.css).toContain('--brand:#0b5394');
    await save(administrator, {});
    expect(community.get(SiteSettings).stylesheet).toBeNull();
  });

  it('are refused where nobody could read them, each with one that can be read', async () => {
    const before = await stored();
    const refused = await save(administrator, { brandColour: '#ffcc00', accentColour: '#222222' }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      typename: 'InvalidInputError',
      faults: [
        {
          field: 'brandColour',
          params: { needed: '4,5', proposal: expect.stringMatching(/^#[0-9a-f]{6}$/) },
        },
        { field: 'accentColour' },
      ],
    });
    expect(await stored()).toEqual(before);
    const { proposal } = (refused as { faults: { params: { proposal: '#000000' } }[] }).faults[0]!.params;
    await save(administrator, { brandColour: proposal });
    expect(community.get(SiteSettings).brandColour).toBe(proposal);
  });

  it('are the administrators’ alone', async () => {
    const before = await stored();
    for (const role of ['moderator', 'editor', 'custodian'] as const)
      await expect(save(await community.as(await community.withRole(role)), {})).rejects.toMatchObject({
        typename: 'NotFoundError',
      });
    const here = await community.withRole('administrator', await community.board());
    await expect(save(await community.as(here), {})).rejects.toMatchObject({ typename: 'NotFoundError' });
    await expect(save(community.visitor(), {})).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(await stored()).toEqual(before);
  });

  it('leave in the log what is different now; saving the same again leaves nothing', async () => {
    const entries = async () =>
      (
        await community.ask<{
          auditLog: { action: string; subject: string; path: string; reason: string }[];
        }>(administrator, '{ auditLog(first: 50) { action subject path reason } }')
      ).auditLog;
    await save(administrator, { name: 'Werkbank' });
    const before = await entries();
    await save(administrator, { name: 'Fräsbank', brandColour: '#0b5394' });
    await save(administrator, { name: 'Fräsbank', brandColour: '#0b5394' });
    const [entry, ...others] = await entries();
    expect(others).toEqual(before);
    expect(entry).toEqual({
      action: 'Name, Farben oder Anrede geändert',
      subject: 'Community',
      path: '/admin/site',
      reason: 'Name: Werkbank → Fräsbank; Hausfarbe: #6d2160 → #0b5394',
    });
  });

  it('may be set by several at once: one of them holds', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Werkbank ${index}`);
    await Promise.all(names.map((name) => save(administrator, { name })));
    const [row] = (await stored())['site.setting'] as { name: string }[];
    expect(names).toContain(row!.name);
    expect(community.get(SiteProfile).name).toBe(row!.name);
  });
});

const SITE = '{ site { incident { text link since until updatedAt } } }';
interface Shown {
  site: { incident: { text: string; since: string; until: string | null; updatedAt: string } | null };
}
const shown = async (locale: 'de' | 'en' = 'de') =>
  (await community.ask<Shown>(community.visitor(locale), SITE)).site.incident;
const announce = (input: { startsAt?: string; endsAt?: string; textDe?: string } = {}) =>
  community
    .get(AnnounceIncidentService)
    .execute(administrator, { textDe: 'Telefonie gestört.', textEn: 'Telephony is down.', ...input });

describe('an incident', () => {
  it('is shown to everybody at once in their language, and gone when it is ended', async () => {
    expect(await shown()).toBeNull();
    await announce();
    expect(await shown()).toMatchObject({ text: 'Telefonie gestört.', until: null });
    expect(await shown('en')).toMatchObject({ text: 'Telephony is down.' });
    const before = (await shown())!;
    community.clock.advance({ minutes: 10 });
    await announce({ textDe: 'Ursache gefunden.' });
    const after = (await shown())!;
    expect(after.text).toBe('Ursache gefunden.');
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
    await community.get(EndIncidentService).execute(administrator);
    expect(await shown()).toBeNull();
    await community.get(EndIncidentService).execute(administrator);
    expect(await shown()).toBeNull();
  });

  it('begins and ends by the clock on the wall, and pages are dropped at both', async () => {
    expect(community.clock.now().toISOString()).toBe('2026-11-02T09:17:31.250Z'); // 10:17 in Berlin
    await announce({ startsAt: '2026-11-02T11:00', endsAt: '2026-11-02T13:00' });
    expect(await shown()).toBeNull();
    const jobs = await community.owner.query<{ at: Date }[]>(
      `SELECT j.run_at AS at FROM jobs_app._private_jobs j JOIN jobs_app._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'site.drop-pages' ORDER BY 1`,
    );
    expect(jobs.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-02T10:00:00.000Z',
      '2026-11-02T12:00:00.000Z',
    ]);
    community.clock.advance({ minutes: 43 });
    expect(await shown()).toMatchObject({
      since: '2026-11-02T10:00:00.000Z',
      until: '2026-11-02T12:00:00.000Z',
    });
    community.clock.advance({ minutes: 120 });
    expect(await shown()).toBeNull();
    expect(await community.runJobs()).toContain('site.drop-pages');
  });

  it.each([
    [{ startsAt: '2027-01-10T12:00', endsAt: '2027-01-10T10:00' }, 'endsAt'],
    [{ startsAt: '2027-02-30T12:00' }, 'startsAt'],
  ])('is refused with %j', async (input, field) => {
    const before = await stored();
    await expect(announce(input)).rejects.toMatchObject({
      typename: 'InvalidInputError',
      details: { field },
    });
    expect(await stored()).toEqual(before);
  });

  it.each(['javascript:alert(1)', '//elsewhere.example', '/\\elsewhere.example', 'http://x.example'])(
    'leads nowhere by %s',
    async (link) => {
      const before = await stored();
      const answer = await community.ask<{ announceIncident: { __typename: string; field: string } }>(
        administrator,
        `mutation ($input: AnnounceIncidentInput!) { announceIncident(input: $input) { __typename ... on UserError { field } } }`,
        { input: { textDe: 'a', textEn: 'b', link, clientKey: randomUUID() } },
      );
      expect(answer.announceIncident).toEqual({ __typename: 'InvalidInputError', field: 'link' });
      expect(await stored()).toEqual(before);
    },
  );
});
