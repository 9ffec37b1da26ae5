import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { filePath, UploadFileService } from '@kundig/files/server';
import { MailLogo, type RequestContext } from '@kundig/platform/server';
import { LogoImages, SaveLogoService, SiteSettings, type SaveLogo } from '@kundig/site/server';
import sharp from 'sharp';
import { TestCommunity } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let administrator: RequestContext;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.as(await community.withRole('administrator'));
});
afterAll(() => community?.close());

const TRANSPARENT = { r: 255, g: 0, b: 0, alpha: 0 };

async function handIn(width = 600, height = 150): Promise<string> {
  const bytes = await sharp({ create: { width, height, channels: 4, background: TRANSPARENT } })
    .png()
    .toBuffer();
  return filePath(await community.get(UploadFileService).execute(administrator, 'site', bytes));
}
const save = (input: SaveLogo, ctx = administrator) => community.get(SaveLogoService).execute(ctx, input);
const stored = () => community.snapshotOf('site.setting', 'files.file', 'moderation.audit_entry');
const files = async () =>
  (await community.owner.query<{ id: string }[]>(`SELECT id FROM files.file WHERE purpose = 'site'`)).length;
const icon = (size: 32 | 512) => community.get(LogoImages).icon(size);

describe('the logo', () => {
  it('is drawn as icons and for mails, in an address of its own, and anew when it is replaced', async () => {
    expect([await icon(32), await community.get(MailLogo).png()]).toEqual([null, null]);
    expect(community.get(SiteSettings).iconVersion).toBeNull();
    await save({ ground: 'light', picture: await handIn() });
    const before = community.get(SiteSettings).iconVersion;
    for (const size of [32, 512] as const) {
      const image = sharp((await icon(size))!);
      expect(await image.metadata()).toMatchObject({ format: 'png', width: size, height: size });
      // What is transparent stands on white: icons lie on grounds of any colour.
      expect([...(await image.removeAlpha().raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
    }
    const mailed = (await community.get(MailLogo).png())!;
    expect(await sharp(mailed).metadata()).toMatchObject({ format: 'png', width: 384, height: 96 });
    await save({ ground: 'light', picture: await handIn(200, 200) });
    expect(community.get(SiteSettings).iconVersion).not.toBe(before);
    expect(await sharp((await community.get(MailLogo).png())!).metadata()).toMatchObject({ width: 96 });
    expect(await files()).toBe(1);
  });

  it('has another one for dark grounds only beside the one for light ones, and goes with it', async () => {
    await save({ ground: 'light', picture: null });
    expect(await files()).toBe(0);
    const dark = await handIn();
    const before = await stored();
    await expect(save({ ground: 'dark', picture: dark })).rejects.toMatchObject({
      details: { field: 'picture' },
    });
    expect(await stored()).toEqual(before);
    await save({ ground: 'light', picture: await handIn() });
    await save({ ground: 'dark', picture: dark });
    const { logoSettings } = await community.ask<{ logoSettings: { dark: string } }>(
      administrator,
      '{ logoSettings { dark } }',
    );
    expect(logoSettings.dark).toBe(dark);
    await save({ ground: 'light', picture: null });
    expect(await files()).toBe(0);
    expect(community.get(SiteSettings).current.settings).toMatchObject({ logo: null, logoDark: null });
  });

  it.each([
    'https://elsewhere.example/logo.png',
    '/files/23456789abcdefghjkmnpqrs-600x150',
    '../../etc/passwd',
  ])('is never %s', async (picture) => {
    const before = await stored();
    const answer = await community.ask<{ saveLogo: object }>(
      administrator,
      'mutation ($input: SaveLogoInput!) { saveLogo(input: $input) { __typename ... on UserError { field } } }',
      { input: { ground: 'LIGHT', picture, clientKey: randomUUID() } },
    );
    expect(answer.saveLogo).toEqual({ __typename: 'InvalidInputError', field: 'picture' });
    expect(await stored()).toEqual(before);
  });

  it('is the administrators’ alone', async () => {
    const picture = await handIn();
    const before = await stored();
    for (const role of ['moderator', 'editor', 'staff'] as const)
      await expect(
        save({ ground: 'light', picture }, await community.as(await community.withRole(role))),
      ).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(await stored()).toEqual(before);
  });

  it('may be set by several at once: one holds, the others are removed', async () => {
    const pictures = [await handIn(), await handIn(), await handIn(), await handIn()];
    await Promise.all(pictures.map((picture) => save({ ground: 'light', picture })));
    const { logo } = community.get(SiteSettings).current.settings;
    expect(pictures).toContain(logo);
    expect(await icon(32)).not.toBeNull();
  });
});
