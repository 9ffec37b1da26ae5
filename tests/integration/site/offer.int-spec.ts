import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { filePath, UploadFileService } from '@kundig/files/server';
import { VerifyAudit } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { SaveOfferService, type SaveOffer } from '@kundig/site/server';
import sharp from 'sharp';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let member: TestMember;
let administrator: RequestContext;
beforeAll(async () => {
  community = await TestCommunity.start({ TIME_ZONE: 'Europe/Berlin' });
  member = await community.withRole('administrator');
  administrator = await community.as(member);
});
afterAll(() => community?.close());

const OFFER: SaveOffer = {
  shown: true,
  ...{ titleDe: 'Glasfaser für Büros', titleEn: 'Fibre for offices' },
  ...{ textDe: 'Bis Jahresende ohne Anschlusskosten.', textEn: 'No connection fee until New Year.' },
  link: 'https://www.firma.example/glasfaser',
  ...{ picture: null, pictureAltDe: null, pictureAltEn: null },
};
const save = (input: Partial<SaveOffer> = {}, ctx = administrator) =>
  community.get(SaveOfferService).execute(ctx, { ...OFFER, ...input });
const stored = () => community.snapshotOf('site.offer', 'files.file', 'moderation.audit_entry');

interface Shown {
  title: string;
  link: string;
  picture: { src: string; alt: string; width: number } | null;
}
const shown = async (locale: 'de' | 'en' = 'de') =>
  (
    await community.ask<{ site: { offer: Shown | null } }>(
      community.visitor(locale),
      '{ site { offer { title link picture { src alt width } } } }',
    )
  ).site.offer;

async function pictureOf(purpose: 'site' | 'portrait'): Promise<string> {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b5394' } })
    .png()
    .toBuffer();
  return filePath(await community.get(UploadFileService).execute(administrator, purpose, bytes));
}
const isThere = async (path: string) =>
  (await community.owner.query('SELECT 1 FROM files.file WHERE strpos($1, id) > 0', [path])).length === 1;

describe('the offer of the home page', () => {
  it('is there in the reader’s language until it is switched off, and what was written stays', async () => {
    expect(await shown()).toBeNull();
    await save();
    expect(await shown()).toEqual({ title: 'Glasfaser für Büros', link: OFFER.link, picture: null });
    expect(await shown('en')).toMatchObject({ title: 'Fibre for offices' });
    await save({ shown: false });
    expect(await shown()).toBeNull();
    const { offerSettings } = await community.ask<{ offerSettings: object }>(
      administrator,
      '{ offerSettings { shown live titleDe preview { title } } }',
    );
    expect(offerSettings).toEqual({
      ...{ shown: false, live: false, titleDe: OFFER.titleDe },
      preview: { title: OFFER.titleDe },
    });
  });

  it('begins and ends by the clock on the wall, and pages are dropped at both', async () => {
    expect(community.clock.now().toISOString()).toBe('2026-11-02T09:07:31.250Z'); // 10:07 in Berlin
    await save({ startsAt: '2026-11-02T11:00', endsAt: '2026-11-02T13:00' });
    expect(await shown()).toBeNull();
    community.clock.advance({ minutes: 53 });
    expect(await shown()).not.toBeNull();
    community.clock.advance({ minutes: 120 });
    expect(await shown()).toBeNull();
    expect((await community.runJobs()).filter((task) => task === 'site.drop-pages')).toHaveLength(2);
  });

  it('bears a picture that was handed in for it and described; the one it replaces is gone', async () => {
    const [first, second] = [await pictureOf('site'), await pictureOf('site')];
    const described = { pictureAltDe: 'Ein Kabel', pictureAltEn: 'A cable' };
    await save({ picture: first, ...described });
    expect((await shown('en'))?.picture).toEqual({ src: first, alt: 'A cable', width: 60 });
    await save({ picture: second, ...described });
    expect([await isThere(first), await isThere(second)]).toEqual([false, true]);
    await save();
    expect((await shown())?.picture).toBeNull();
    expect(await isThere(second)).toBe(false);
  });

  it('is refused with a picture nobody described, one that is no picture of the site, or an end before the start', async () => {
    const picture = await pictureOf('site');
    const described = { pictureAltDe: 'Ein Kabel', pictureAltEn: 'A cable' };
    const portrait = await pictureOf('portrait');
    const before = await stored();
    const refused: [Partial<SaveOffer>, string][] = [
      [{ picture, pictureAltDe: 'Ein Kabel' }, 'pictureAltEn'],
      [{ picture: portrait, ...described }, 'picture'],
      [{ picture: `${picture}0`, ...described }, 'picture'],
      [{ picture: 'https://elsewhere.example/x.png', ...described }, 'picture'],
      [{ startsAt: '2026-11-02T12:00', endsAt: '2026-11-02T11:00' }, 'endsAt'],
      [{ endsAt: '2026-02-30T11:00' }, 'endsAt'],
    ];
    for (const [input, field] of refused)
      await expect(save(input)).rejects.toMatchObject({ typename: 'InvalidInputError', details: { field } });
    expect(await stored()).toEqual(before);
  });

  it.each(['http://firma.example', 'javascript:alert(1)', '/ask', '//firma.example', 'https:// firma'])(
    'leads nowhere by %s',
    async (link) => {
      const before = await stored();
      const answer = await community.ask<{ saveOffer: object }>(
        administrator,
        'mutation ($input: SaveOfferInput!) { saveOffer(input: $input) { __typename ... on UserError { field } } }',
        { input: { ...OFFER, link, clientKey: randomUUID() } },
      );
      expect(answer.saveOffer).toEqual({ __typename: 'InvalidInputError', field: 'link' });
      expect(await stored()).toEqual(before);
    },
  );

  it('is the administrators’ alone', async () => {
    const before = await stored();
    for (const role of ['moderator', 'editor', 'author', 'custodian'] as const)
      await expect(save({}, await community.as(await community.withRole(role)))).rejects.toMatchObject({
        typename: 'NotFoundError',
      });
    await expect(save({}, community.visitor())).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(await stored()).toEqual(before);
  });

  it('leaves an entry in the log however long its texts are, which names what it cannot quote', async () => {
    await save({
      textDe: 'Langer Text. '.repeat(30),
      textEn: 'Long text. '.repeat(30),
      titleDe: 'T'.repeat(80),
    });
    const long = { link: `https://firma.example/${'x'.repeat(450)}`, titleEn: 'U'.repeat(80) };
    await save({ ...long, textDe: 'Ein anderer. '.repeat(30), textEn: 'Another one. '.repeat(30) });
    const [entry] = await community.owner.query<{ reason: string }[]>(
      'SELECT reason FROM moderation.audit_entry ORDER BY seq DESC LIMIT 1',
    );
    expect(entry!.reason).toMatch(/^Titel \(Deutsch\): T+ → Glasfaser für Büros; .*; Link$/);
  });

  it('may be saved by several at once: one of them holds, and the log tells of each change', async () => {
    await save();
    const links = Array.from({ length: 6 }, (_, index) => `https://firma.example/${index}`);
    await Promise.all(links.map((link) => save({ link })));
    expect(links).toContain((await shown())!.link);
    const told = await community.owner.query<{ reason: string }[]>(
      `SELECT reason FROM moderation.audit_entry WHERE action = 'offer-changed' ORDER BY seq DESC LIMIT 6`,
    );
    const chain = told.map(({ reason }) => /Link: (\S+) → ([^;\s]+)/.exec(reason)!.slice(1)).reverse();
    chain.slice(1).forEach(([was], index) => expect(was).toBe(chain[index]![1]));
    expect(chain.at(-1)![1]).toBe((await shown())!.link);
    expect(await community.get(VerifyAudit).execute(RequestContext.system())).toBeNull();
  });
});
