import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { HidePostService } from '@kundig/moderation/server';
import { pdfShowing } from '@kundig/test-kit';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import type { TestMember } from '../support/community.js';
import { PictureField } from './support/pages/picture-field.js';
import { Composer, ThreadPage } from './support/pages/forum-pages.js';
import { PHONE } from './support/audit.js';
import { Stage } from './support/stage.js';

const stage = Stage.open();

let board: Board;
let asker: TestMember;
let moderator: TestMember;
let screenshot: Buffer;

beforeAll(async () => {
  board = await stage.community.board({ nameDe: 'Router', nameEn: 'Routers' });
  asker = await stage.community.member();
  moderator = await stage.community.withRole('moderator');
  screenshot = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#ffd400' } })
    .withExif({ IFD0: { Artist: 'Frau Kanarienvogel' } })
    .png()
    .toBuffer();
});

/** Level of red of one point of a picture, in hundredths of its size. */
async function redAt(picture: Buffer, x: number, y: number): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const place = Math.floor((y / 100) * info.height) * info.width + Math.floor((x / 100) * info.width);
  return data[place * info.channels]!;
}

describe('a picture in a question', () => {
  it('is pasted, described, blacked out, published anonymously, and gone with the post', async () => {
    const person = await stage.arrive({ as: asker });
    const composer = await new Composer(person).open();
    const title = 'Was bedeutet die gelbe Anzeige am Router?';
    await composer.write({ title, body: 'Seit heute früh:', board, anonymous: true });

    const field = new PictureField(person);
    await field.paste(composer.body, screenshot, 'Bildschirmfoto Kanarienvogel.png');
    await field.blackOut({ left: 40, top: 40, width: 20, height: 20 });
    await person.audit('composer with a picture');
    await field.insert('');
    await field.askedForDescription();
    await field.insert('Router mit gelber Anzeige');
    expect(await composer.body.inputValue()).toMatch(
      /früh:\n\n!\[Router mit gelber Anzeige\]\(\/files\/[2-9a-zA]{24}-1200x800\)\n$/,
    );
    const thread = await composer.publish(title);

    const visitor = await stage.arrive();
    await visitor.open(thread.path);
    const { question } = new ThreadPage(visitor);
    const image = question.getByRole('img', { name: 'Router mit gelber Anzeige' });
    await image.waitFor();
    const src = (await image.getAttribute('src'))!;
    expect([await image.getAttribute('width'), await image.getAttribute('height')]).toEqual(['1200', '800']);
    const answer = await visitor.context.request.get(src);
    const seen = await answer.body();
    expect(await redAt(seen, 50, 50)).toBeLessThan(20);
    expect(await redAt(seen, 10, 10)).toBeGreaterThan(200);
    for (const trace of ['Kanarienvogel', asker.nickname]) {
      expect(seen.includes(trace)).toBe(false);
      expect(JSON.stringify(answer.headers())).not.toContain(trace);
    }

    const [post] = await stage.community.owner.query<{ public_id: string }[]>(
      'SELECT p.public_id FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id WHERE t.public_id = $1',
      [thread.publicId],
    );
    const hiding = { postId: post!.public_id, reason: 'Zeigt zu viel' };
    await stage.community.get(HidePostService).execute(await stage.community.as(moderator), hiding);
    for (const anybody of [visitor, person, await stage.arrive({ as: moderator })])
      expect((await anybody.context.request.get(src)).status()).toBe(404);
  });

  it('is chosen or dropped, and blacked out by hand, on a phone', async () => {
    const person = await stage.arrive({ as: asker, size: PHONE });
    const composer = await new Composer(person).open();
    const title = 'Welche Buchse am Router ist die richtige?';
    await composer.write({ title, body: 'Zwei Bilder:', board });
    const field = new PictureField(person);
    await field.choose({ name: 'buchse.png', mimeType: 'image/png', buffer: screenshot });
    await field.drawBlack({ left: 20, top: 30, width: 30, height: 20 });
    await person.audit('composer with a picture on a phone');
    expect(await person.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      PHONE.width,
    );
    await field.insert('Die Buchse');
    await field.drop(composer.body, screenshot, 'kabel.png');
    await field.insert('Das Kabel');
    const thread = await composer.publish(title);

    const visitor = await stage.arrive({ size: PHONE });
    await visitor.open(thread.path);
    const { question } = new ThreadPage(visitor);
    const pixelsOf = async (name: string) => {
      const src = (await question.getByRole('img', { name }).getAttribute('src'))!;
      return (await visitor.context.request.get(src)).body();
    };
    const drawn = await pixelsOf('Die Buchse');
    expect(await redAt(drawn, 35, 40)).toBeLessThan(20);
    for (const [x, y] of [
      [10, 40],
      [60, 40],
      [35, 20],
      [35, 60],
    ] as const)
      expect(await redAt(drawn, x, y)).toBeGreaterThan(200);
    expect(await redAt(await pixelsOf('Das Kabel'), 35, 40)).toBeGreaterThan(200);
  });

  it('goes along with the form where there are no scripts', async () => {
    const person = await stage.arrive({ scripts: false, as: asker });
    const composer = await new Composer(person).open();
    const title = 'Wohin gehört dieses Kabel am Router?';
    await composer.write({ title, body: 'Es war dabei.', board });
    await new PictureField(person).choosePlainly(screenshot, 'Ein gelbes Kabel');
    const thread = await composer.publish(title);

    const visitor = await stage.arrive({ scripts: false });
    await visitor.open(thread.path);
    const image = new ThreadPage(visitor).question.getByRole('img', { name: 'Ein gelbes Kabel' });
    const src = (await image.getAttribute('src'))!;
    expect((await visitor.context.request.get(src)).status()).toBe(200);
  });

  it('is asked about before the question leaves without it', async () => {
    const person = await stage.arrive({ as: asker });
    const composer = await new Composer(person).open();
    const title = 'Warum fehlt das Bild in meiner Frage?';
    await composer.write({ title, body: 'Es ist noch offen.', board });
    const field = new PictureField(person);
    await field.paste(composer.body, screenshot, 'x.png');
    await person.submit(person.t('forum:ask.send'));
    await person.page.getByText(person.t('files:unfinished')).waitFor();
    await field.discard();
    await composer.publish(title);
  });

  it('is refused in words where it may hold a program, and a log is not', async () => {
    const person = await stage.arrive({ as: asker });
    const composer = await new Composer(person).open();
    await composer.body.fill('');
    const field = new PictureField(person);
    person.faults.expect(422);
    const drawing = Buffer.from('<svg onload="alert(1)"/>');
    await field.choose({ name: 'plan.svg', mimeType: 'image/svg+xml', buffer: drawing });
    await person.page.getByText(/SVG-Zeichnungen können Programme enthalten/).waitFor();
    await field.choose({ name: 'Meier.log', mimeType: 'text/plain', buffer: Buffer.from('DSL getrennt') });
    await person.page.getByText(person.t('files:added.text')).waitFor();
    expect(await composer.body.inputValue()).toMatch(
      /^\[Anhang \(Text, 1 kB\)\]\(\/files\/[2-9a-zA]{24}\)\n$/,
    );
    const title = 'Was steht in diesem Protokoll des Routers?';
    await composer.write({ title, body: await composer.body.inputValue(), board });
    const thread = await composer.publish(title);
    const visitor = await stage.arrive();
    await visitor.open(thread.path);
    const download = visitor.page.waitForEvent('download');
    await visitor.link(/Anhang/).click();
    expect((await download).suggestedFilename()).toBe('anhang.txt');
    expect(await text(await (await download).createReadStream())).toBe('DSL getrennt');
  });
});

describe('a PDF in a question', () => {
  it('is read by the guard before anybody else does', async () => {
    const person = await stage.arrive({ as: asker });
    const composer = await new Composer(person).open();
    await composer.body.fill('');
    const field = new PictureField(person);
    const name = 'Mahnung Kanarienvogel.pdf';
    const buffer = pdfShowing('Bitte unter 0221 4710-388 anrufen');
    const question = person.page.getByRole('region', { name: person.t('files:leaks.title', { name }) });
    const handIn = async () => {
      person.faults.expect(422);
      await field.choose({ name, mimeType: 'application/pdf', buffer });
      await question.getByText(/0221 4710-388/).waitFor();
    };
    await handIn();
    await person.audit('composer with a question about a PDF');
    expect(await person.button(person.t('files:leaks.hide'), question).count()).toBe(0);
    await person.button(person.t('files:leaks.discard'), question).click();
    await question.waitFor({ state: 'detached' });
    expect(await composer.body.inputValue()).toBe('');
    await handIn();
    await person.button(person.t('files:leaks.leave'), question).click();
    await person.page.getByText(person.t('files:added.pdf')).waitFor();
    const body = await composer.body.inputValue();
    expect(body).toMatch(/^\[Anhang \(PDF, \d+ kB\)\]\(\/files\/[2-9a-zA]{24}\)\n$/);
    const title = 'Was will diese Mahnung vom Router wissen?';
    await composer.write({ title, body, board });
    const thread = await composer.publish(title);
    const visitor = await stage.arrive();
    await visitor.open(thread.path);
    const download = visitor.page.waitForEvent('download');
    await visitor.link(/Anhang/).click();
    expect((await download).suggestedFilename()).toBe('anhang.pdf');
    const content = await text(await (await download).createReadStream());
    expect(content).toMatch(/^%PDF-/);
    expect(content).not.toContain('Kanarienvogel');
  });
});
