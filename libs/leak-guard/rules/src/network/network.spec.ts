import { describe, expect, it } from '@jest/globals';
import { PLAIN_SETTINGS } from '../settings.js';
import { found } from '../testing/found.js';

const operator = { ...PLAIN_SETTINGS.operator, domains: ['netz.de'] };

describe('mail addresses', () => {
  it.each([
    ['an max.mustermann+x@pumpen-nord.de.', 'max.mustermann+x@pumpen-nord.de'],
    ['<MAX@PUMPEN-NORD.DE>', 'MAX@PUMPEN-NORD.DE'],
    ['m.ö@müller-pumpen.de', 'm.ö@müller-pumpen.de'],
    ['sip:werkstatt@ansgar-zahnrad.de;tag=1', 'werkstatt@ansgar-zahnrad.de'],
    ['mailto:schulung@pressenbau-hardt.de?subject=x', 'schulung@pressenbau-hardt.de'],
    ['user=max@pumpen-nord.de', 'max@pumpen-nord.de'],
    ['max (at) pumpen-nord (punkt) de', 'max (at) pumpen-nord (punkt) de'],
    ['max at pumpen-nord dot de', 'max at pumpen-nord dot de'],
    ['max[at]pumpen-nord[dot]de', 'max[at]pumpen-nord[dot]de'],
    ['max @ pumpen-nord.de', 'max @ pumpen-nord.de'],
    ['max&#64;pumpen-nord.de', 'max&#64;pumpen-nord.de'],
    ['m\u200bax@pumpen\u2011nord.de', 'm\u200bax@pumpen\u2011nord.de'],
    ['ｍａｘ＠ｐｕｍｐｅｎ．ｄｅ', 'ｍａｘ＠ｐｕｍｐｅｎ．ｄｅ'],
    ['mu\u0308ller@pumpen.de', 'mu\u0308ller@pumpen.de'],
  ])('%s', (text, address) => expect(found(text, 'mail')).toEqual([address]));

  it.each([
    'name@example.com, root@localhost, x@mail.example, a@b.test',
    'max@beispiel.de, info@ihre-firma.de, me@yourdomain.com',
    'dienst@5.service, paket@7.5, postfix@-.service, foo@bar',
    '@Kranich42 hat recht, 5 Stück @ 3.50 €',
    'wir treffen uns at the office',
  ])('nothing in: %s', (text) => expect(found(text, 'mail')).toEqual([]));

  it("leaves the operator's own alone", () =>
    expect(found('hilfe@netz.de, x@mail.netz.de, y@nichtnetz.de', 'mail', { operator })).toEqual([
      'y@nichtnetz.de',
    ]));
});

describe('IP addresses', () => {
  it.each([
    ['von 86.231.85.193 aus', '86.231.85.193'],
    ['87.123.45.67:5060', '87.123.45.67'],
    ['[2003:c1:af01::42]:443', '2003:c1:af01::42'],
    ['2003:C1:AF01:0:0:0:0:42', '2003:C1:AF01:0:0:0:0:42'],
    ['**86**.231.85.193', '**86**.231.85.193'],
  ])('%s', (text, address) => expect(found(text, 'ip')).toEqual([address]));

  it.each([
    '10.1.2.3, 172.16.0.1, 192.168.178.1, 100.64.1.1, 127.0.0.1, 169.254.3.4, 0.0.0.0, 255.255.255.0, 224.0.0.251',
    '192.0.2.1, 198.51.100.7, 203.0.113.99, 2001:db8::1, 3fff:1::1',
    'fe80::1, fd00::12, ::1, ::, ff02::1',
    '8.8.8.8, 1.1.1.1, 9.9.9.9, 2606:4700:4700::1111',
    'Version 4.2.0.1, Firmware 12.34.56.78, v1.2.3.4, OID 1.3.6.1.2.1.2.2.1',
    '1.2.3, 1.2.3.4.5, 300.1.2.3, 12:34:56, a::b::c',
  ])('nothing in: %s', (text) => expect(found(text, 'ip')).toEqual([]));
});

describe('hardware addresses', () => {
  it.each(['3c:a6:2f:01:9b:e4', '3C-A6-2F-01-9B-E4', '3ca6.2f01.9be4'])('%s', (mac) =>
    expect(found(`MAC ${mac},`, 'mac')).toEqual([mac]),
  );
  it.each([
    '00:00:5E:00:53:af',
    'ff:ff:ff:ff:ff:ff',
    '00:00:00:00:00:00',
    '3c:a6:2f:01:9b',
    '12:34:56:78:9a:bc:de:f0',
  ])('not %s', (text) => expect(found(text, 'mac')).toEqual([]));
});

describe('serial numbers', () => {
  it.each([
    ['Seriennummer: H123.456.78.901', 'H123.456.78.901'],
    ['S/N 4EA1-77B0213', '4EA1-77B0213'],
    ['IMEI 353456789012347', '353456789012347'],
  ])('%s', (text, number) => expect(found(text, 'serial-number')).toEqual([number]));

  it('not a sentence about them', () =>
    expect(found('Die Seriennummer steht auf dem Gerät, S/N fehlt', 'serial-number')).toEqual([]));
});

describe('hosts', () => {
  it.each([
    ['auf sbc01.pumpen-nord.de und', 'sbc01.pumpen-nord.de'],
    ['https://portal.pumpen-nord.com/x', 'portal.pumpen-nord.com'],
    ['srv-dc01.firma-nord.local', 'srv-dc01.firma-nord.local'],
    ['DESKTOP-8F3K2L1 meldet', 'DESKTOP-8F3K2L1'],
    ['Hostname: pbx-kassel-01', 'pbx-kassel-01'],
  ])('%s', (text, host) => expect(found(text, 'host')).toEqual([host]));

  it.each([
    'fritz.box, speedport.ip, example.com, router.example, localhost',
    'github.com, de.wikipedia.org, learn.microsoft.com',
    'config.json, index.html, setup.exe, Node.js, z.B. und usw.etc',
    'hilfe.netz.de',
  ])('nothing in: %s', (text) => expect(found(text, 'host', { operator })).toEqual([]));
});

describe("the author's own mail domain", () => {
  const author = { ...PLAIN_SETTINGS.author, mailDomains: ['mueller-pumpen.de', 'gmx.de'] };
  it.each([
    ['auf mueller-pumpen.de steht', 'mueller-pumpen.de'],
    ['vpn.mueller-pumpen.de', 'vpn.mueller-pumpen.de'],
    ['bei Mueller-Pumpen und', 'Mueller-Pumpen'],
  ])('%s', (text, place) => expect(found(text, 'own-domain', { author })).toEqual([place]));

  it.each(['gmx.de geht nicht', 'mueller-pumpenbau.de', 'Pumpen von Mueller'])('nothing in: %s', (text) =>
    expect(found(text, 'own-domain', { author })).toEqual([]),
  );
});
