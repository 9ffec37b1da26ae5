import { describe, expect, it } from '@jest/globals';
import { PLAIN_SETTINGS } from '../settings.js';
import { found } from '../testing/found.js';

describe('telephone numbers', () => {
  it.each([
    // German, in every spelling
    '0221 4710300',
    '0221/4710300',
    '0221/4710-300',
    '0221 - 47 10 300',
    '0221 4710 - 300',
    '0221-4710/300',
    '0221.4710-300',
    '0221.4710.300',
    '(0221) 47 10 3-61',
    '(02 21) 4 71 03 61',
    '0 22 1 / 47 10 361',
    '02214710300',
    '030/23125840',
    '033056 123456',
    '0171-3920045',
    '0171 392 00 45',
    '01713920045',
    // Austrian and Swiss
    '01/7189940-22',
    '01 7189940',
    '0662 / 90 51 77 - 14',
    '0664 1234567',
    '044 515 27 80',
    '079 123 45 67',
    // international
    '+49 221 4710300',
    '+49 (0)30 23125 417',
    '+49 (30) 23125-840',
    '+49.221.4710.655',
    '+49-40-66969-877',
    '0049 40 66969 210',
    '0049 (0)30 23125840',
    '+43 1 7189940-22',
    '+41 71 558 20 14',
    '0041 44 515 27 80',
    '+352 26 12 34 56',
    '+44 20 7946 0018',
    '+33 1 23 45 67 89',
    '+1 (212) 555-0134',
    '+1-743-438-6774x62406',
    '(212) 555-0134',
    '212-555-0134',
    // extensions and blocks
    '0221 4710-0, Durchwahl 17',
    '0221 4710-0 (Durchwahl 17)',
    '+43 1 7189940 DW 22',
    '0221 4710-0 bis -99',
    '089 99998-0 bis 89',
    '0521 98614-30 bis 0521 98614-49',
    // disguised
    '**0221** 4710**300**',
    '`0221 4710300`',
    '0221\u00a04710\u2011300',
    '02\u200b21 47\u2060103\ufeff00',
    '０２２１ ４７１０３００',
    '0221&nbsp;4710&#45;300',
    '0221 4710\\-300',
  ])('%s', (number) =>
    expect(
      found(`Ich bin da: ${number}, auch spät.`, 'phone').map((text) => text.replace(/^`|`$/g, '')),
    ).toEqual([number.replace(/^`|`$/g, '')]),
  );

  it.each([
    ['Tel. 23 12 58', '23 12 58'],
    ['Telefon: 785 8949', '785 8949'],
    ["They're not answering at 61 51 81", '61 51 81'],
    ['You can call 455 6186', '455 6186'],
    ['Sie erreichen mich unter 23125840', '23125840'],
    ['9885 1152-Office', '9885 1152'],
    ['96 228011 mobile', '96 228011'],
    ['tel:+493023125906 wird', '+493023125906'],
    ['number=+494066969377', '+494066969377'],
    ['https://wa.me/491729968532', '491729968532'],
    ['Anruf mit **21*01729968532#', '01729968532'],
    ['die Durchwahl 17 ist belegt', '17'],
    ['unsere Rufnummer als 492214710300 ohne Plus', '492214710300'],
  ])('%s', (text, number) => expect(found(text, 'phone')).toEqual([number]));

  it('tells neighbours apart', () =>
    expect(found('0221 4710300 0171 3920045, 030 23125840 / 089 99998123', 'phone')).toEqual([
      '0221 4710300',
      '0171 3920045',
      '030 23125840',
      '089 99998123',
    ]));

  it.each([
    'Notruf 110 und 112, Behörden 115, Bereitschaft 116117, Auskunft 11833',
    'Hotline 0800 3301000, 0180 5 123456, 0900 1 123456',
    'Mit *31# und *#06#, auch **61* und **620',
    'am 01.02.2026 um 08.15 - 17.00 Uhr',
    '2026-11-22 08:26:36, 22.11.2026 08:26',
    'von 01/2026 bis 07/2026',
    '01067 Dresden, 04109 Leipzig',
    'Version 7.57, FRITZ!Box 7590, Firmware 01.02.0345',
    'IP 010.000.000.001 und 192.168.178.1',
    'MAC 00-11-22-33-44-55',
    '0,50 € bis 0.75 EUR, 1.284,50 €, 012 345 678 Euro',
    'RFC 3261, EN 50173-1, ISO/IEC 27001:2022, KB5034441',
    'Fehler 0221471 und 0x80070005, Code 0815-4711',
    'Artikelnummer 095.847.021, Teilenummer 0221-4711-00',
    'https://shop.example.org/dp/0470499311/ref=1',
    'die Vorwahl 0221 fehlt',
    'UUID 01234567-0123-0123-0123-012345678901',
    '56000+934.579 = 56934.579',
    'Eine Rufnummer hat 7 bis 11 Stellen, 1.200 Anrufe',
  ])('nothing in: %s', (text) => expect(found(text, 'phone')).toEqual([]));

  it('leaves the hotlines of the operator alone, however they are written', () => {
    const operator = { ...PLAIN_SETTINGS.operator, hotlines: ['+49 221 4710-0', '0228/181-0'] };
    expect(found('0221 / 47100, 0049 228 1810 und 0221 4711-0', 'phone', { operator })).toEqual([
      '0221 4711-0',
    ]);
  });
});
