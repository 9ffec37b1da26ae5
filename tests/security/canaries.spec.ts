import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { leaksIn } from '../support/canaries.js';

const SECRET = 'Möller & Söhne 7f3a';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const digest = (algorithm: string) => createHash(algorithm).update(SECRET).digest();

/** Written by hand or by somebody else's code, never by the search itself. */
const PLANTED: readonly (readonly [form: string, text: string])[] = [
  ['as it is', SECRET],
  ['in small letters', 'möller & söhne 7f3a'],
  ['in capitals', 'MÖLLER & SÖHNE 7F3A'],
  ['in an address', 'M%C3%B6ller%20%26%20S%C3%B6hne%207f3a'],
  ['in an address, in small letters', 'm%c3%b6ller%20%26%20s%c3%b6hne%207f3a'],
  ['in a form', 'M%C3%B6ller+%26+S%C3%B6hne+7f3a'],
  ['in HTML', 'Möller &amp; Söhne 7f3a'],
  ['in HTML for ASCII', 'M&#246;ller &amp; S&#246;hne 7f3a'],
  [
    'in HTML, numbered',
    '&#77;&#246;&#108;&#108;&#101;&#114;&#32;&#38;&#32;&#83;&#246;&#104;&#110;&#101;&#32;&#55;&#102;&#51;&#97;',
  ],
  ['in quoted-printable', 'M=C3=B6ller=20&=20S=C3=B6hne=207f3a'],
  ['in quoted-printable between two lines', 'M=C3=B6ller=20&=20S=\r\n=C3=B6hne=207f3a'],
  ['in the header of a mail', '=?utf-8?Q?M=C3=B6ller_=26_S=C3=B6hne_7f3a?='],
  ['in JSON for ASCII', '"M\\u00f6ller & S\\u00f6hne 7f3a"'],
  ['in base64', base64(SECRET)],
  ['in base64 behind a letter', base64(`x${SECRET}y`)],
  ['in base64 behind two letters', base64(`xx${SECRET}yyy`)],
  ['in base64 between two lines', base64(`Guten Tag, ${SECRET} hier`).replace(/(.{20})/g, '$1\r\n')],
  ['in base64 for addresses', Buffer.from(`?${SECRET}>`).toString('base64url')],
  ['in the header of a mail, as base64', `=?UTF-8?B?${base64(SECRET)}?=`],
  ['backwards', 'a3f7 enhöS & rellöM'],
  ['in hex', Buffer.from(SECRET).toString('hex')],
  ...['md5', 'sha1', 'sha256'].flatMap((algorithm) => [
    [`as ${algorithm} in hex`, digest(algorithm).toString('hex')] as const,
    [`as ${algorithm} in capitals`, digest(algorithm).toString('hex').toUpperCase()] as const,
    [`as ${algorithm} in base64`, digest(algorithm).toString('base64')] as const,
    [`as ${algorithm} for addresses`, digest(algorithm).toString('base64url')] as const,
  ]),
];

describe('the search for what must not be told', () => {
  it.each(PLANTED)('finds it %s', (_form, text) => {
    expect(leaksIn([['page', `<p>davor ${text} danach</p>`]], { company: SECRET })).toEqual([
      'page: company',
    ]);
  });

  it('finds nothing where there is nothing', () => {
    expect(leaksIn([['page', '<p>Müller & Söhne, 7f3b</p>']], { company: SECRET })).toEqual([]);
  });
});
