import { randomBytes } from 'node:crypto';
import { CreateAccountService } from '@kundig/identity/server';
import { RequestContext } from '@kundig/platform/server';
import { Drafts } from '@kundig/pseudonyms/server';
import sharp from 'sharp';
import type { TestCommunity, TestMember } from './community.js';
import { TEST_PASSWORD } from './members.js';
import type { WebProcess } from './web-process.js';

const BOUNDARY = 'kundig-planted-boundary';
/** Somebody of whom everything that must not be told cannot be mistaken for anything else, wherever it turns up. */
export interface PlantedPerson extends TestMember {
  /** What nobody else may get to see, by its name. */
  readonly secrets: Readonly<Record<'mail' | 'company' | 'phone' | 'network' | 'fileName' | 'exif', string>>;
}

/**
 * @param bytes draws what is planted, where it must be the same each time
 * @returns a member whose name, mail and company are unmistakable
 */
export async function plantPerson(
  community: TestCommunity,
  bytes: (length: number) => Buffer = randomBytes,
): Promise<PlantedPerson> {
  const odd = (prefix: string) => `${prefix}${bytes(9).toString('hex')}`;
  const company = odd('firma');
  const nickname = odd('Alina');
  const mail = `${odd('a.')}@${company}.example`;
  const system = RequestContext.system();
  const { memberId } = await community
    .get(CreateAccountService)
    .execute(system, { mail, nickname, password: TEST_PASSWORD, locale: 'de' });
  const phone = `+49 30 ${BigInt(`0x${bytes(7).toString('hex')}`)}`;
  const network = `2001:db8:${bytes(12).toString('hex').match(/.{4}/g)!.join(':')}`;
  return {
    ...{ memberId, nickname, mail },
    secrets: { mail, company, phone, network, fileName: odd('Foto'), exif: odd('Kamera') },
  };
}

/** Begins a text with the person's phone number and leaves it; the next thread of theirs would end it. */
export async function leaveDraft(community: TestCommunity, person: PlantedPerson): Promise<void> {
  await community.get(Drafts).save(await community.as(person), {
    ...{ threadId: null, title: 'Noch nicht fertig', body: `Bitte rufen Sie ${person.secrets.phone} an.` },
    ...{ tags: [], boardId: null, kind: null, anonymous: true, unindexed: false },
  });
}

/**
 * Sends a photo from the person's network, with a name of theirs and their name in its data.
 * @param web trusts one proxy
 * @returns its address, for a post
 */
export async function uploadPhoto(web: WebProcess, person: PlantedPerson): Promise<string> {
  const { network, fileName, exif } = person.secrets;
  const browser = await web.fresh(person, { 'x-forwarded-for': network });
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#38c' } })
    .withExif({ IFD0: { Artist: exif, Copyright: exif, ImageDescription: exif } })
    .jpeg()
    .toBuffer();
  if (!photo.includes(exif)) throw new Error('the photo does not bear what was planted in it');
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const { status, text } = await browser.send('/files?purpose=post', {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'x-kundig-form': browser.formToken ?? '',
      origin: web.origin,
    },
    body: Buffer.concat([Buffer.from(head), photo, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  });
  if (status !== 201) throw new Error(`the photo was answered with ${status}: ${text.slice(0, 200)}`);
  return (JSON.parse(text) as { url: string }).url;
}
