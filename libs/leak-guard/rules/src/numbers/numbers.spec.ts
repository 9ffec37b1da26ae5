import { describe, expect, it } from '@jest/globals';
import { found } from '../testing/found.js';

describe('account numbers', () => {
  it.each([
    ['Konto DE58 9999 0500 0012 0034 56, bitte', 'DE58 9999 0500 0012 0034 56'],
    ['DE58999905000012003456', 'DE58999905000012003456'],
    ['DE58-9999-0500-0012-0034-56', 'DE58-9999-0500-0012-0034-56'],
    ['neu: DE14 999 000 66 0071234500 danke', 'DE14 999 000 66 0071234500'],
    ['iban de58 9999 0500 0012 0034 56', 'de58 9999 0500 0012 0034 56'],
    ['CH64 0999 7000 0044 5566 7', 'CH64 0999 7000 0044 5566 7'],
    ['AT64 9911 1000 3344 5566', 'AT64 9911 1000 3344 5566'],
    ['LI81 0999 9001 2345 678A A mangels', 'LI81 0999 9001 2345 678A A'],
    ['NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['**DE58** 9999 0500 0012 0034 56', '**DE58** 9999 0500 0012 0034 56'],
    ['ＤＥ５８９９９９０５００００１２００３４５６', 'ＤＥ５８９９９９０５００００１２００３４５６'],
    [
      'DE58\u00a09999\u00a00500\u00a00012\u00a00034\u00a056',
      'DE58\u00a09999\u00a00500\u00a00012\u00a00034\u00a056',
    ],
    ['IBAN: DE59 9999 0500 0012 0034 56', 'DE59 9999 0500 0012 0034 56'],
  ])('%s', (text, number) => expect(found(text, 'iban')).toEqual([number]));

  it.each([
    ['a wrong check digit', 'Konto DE59 9999 0500 0012 0034 56'],
    ['too short', 'DE58 9999 0500 0012 0034'],
    ['too long', 'DE589999050000120034567'],
    ['inside a word', 'XDE58999905000012003456'],
    ['no such country', 'QQ58 9999 0500 0012 0034 56'],
    ['a sentence about them', 'Eine IBAN hat in Deutschland 22 Stellen, in Österreich 20.'],
  ])('not %s', (_, text) => expect(found(text, 'iban')).toEqual([]));
});

describe('card numbers', () => {
  it.each([
    ['Karte 4111 1122 3300 4515 abgelehnt', '4111 1122 3300 4515'],
    ['4111-1122-3300-4515', '4111-1122-3300-4515'],
    ['4111112233004515', '4111112233004515'],
    ['3714 496353 98431', '3714 496353 98431'],
    ['Diners 3056 930900 1129', '3056 930900 1129'],
    ['5200 8288 1100 4572 / 11-28', '5200 8288 1100 4572'],
    ['Referenz „CC4000123400005676“', '4000123400005676'],
    ['Maestro 5018 0000 0009', '5018 0000 0009'],
    ['4111 1122 **3300** 4515', '4111 1122 **3300** 4515'],
  ])('%s', (text, number) => expect(found(text, 'card')).toEqual([number]));

  it.each([
    ['a wrong check digit', '4111 1122 3300 4516'],
    ['no network', '9111 1122 3300 4510'],
    ['only the last digits', 'Karte **** **** **** 4515'],
    ['an article number with 13 digits', 'EAN 4006381333931'],
    ['part of a longer number', '41111122330045150000'],
    ['a hash', 'b4111112233004515ff'],
    ['a time stamp', 'um 1732262400000'],
  ])('not %s', (_, text) => expect(found(text, 'card')).toEqual([]));
});

describe('tax numbers', () => {
  it.each([
    ['Bescheinigung auf 208/140/09652', '208/140/09652'],
    ['Steuernummer 95/117/40826', '95/117/40826'],
    ['Steuernummer 133 5820 7746.', '133 5820 7746'],
    ['StNr 04 231 55 187, wie immer', '04 231 55 187'],
    ['Neue St.-Nr. 23/825/0457/4 seit Mai', '23/825/0457/4'],
    ['unsere Nummer beim Finanzamt lautet 29 146 73058', '29 146 73058'],
    ['<ram:ID schemeID="FC">75 462 81903</ram:ID>', '75 462 81903'],
    ['bei uns als Steuernummer 46 318/5290', '46 318/5290'],
    ['Steuernummer 2893081508152', '2893081508152'],
    ['Steuer-ID 75 820 461 950', '75 820 461 950'],
    ['im Lohn 75 820 461 950', '75 820 461 950'],
    ['Umsatzsteuer läuft über 29 146 73058, beides Aachen', '29 146 73058'],
    ['IdNr. 48301627946', '48301627946'],
  ])('%s', (text, number) => expect(found(text, 'tax-number')).toEqual([number]));

  it.each([
    ['a date', 'am 12/11/2026'],
    ['eleven digits without a word', 'Summe 48301627946'],
    ['groups with a wrong check digit', 'im Lohn 75 820 461 951'],
    ['an amount', 'Umsatz 12 345 67890 €'],
    ['a paragraph', '§ 139b/140/00001'],
  ])('not %s', (_, text) => expect(found(text, 'tax-number')).toEqual([]));
});

describe('VAT numbers', () => {
  it.each([
    ['USt-IdNr.: DE 136 695 976', 'DE 136 695 976'],
    ['DE136695976', 'DE136695976'],
    ['„DE-909001478“', 'DE-909001478'],
    ['DE/977182433', 'DE/977182433'],
    ['Nummer DE 93 00 41 72 7 mit', 'DE 93 00 41 72 7'],
    ['lautet de944105726', 'de944105726'],
    ['DE136695976-00001', 'DE136695976-00001'],
    ['ATU12345675', 'ATU12345675'],
    ['CHE-123.456.788 MWST fehlt', 'CHE-123.456.788 MWST'],
    ['FR40303265045', 'FR40303265045'],
    ['Partita IVA IT98123045670', 'IT98123045670'],
    ['USt-ID: CZ12345678', 'CZ12345678'],
    ['VAT GB 999 9999 73', 'GB 999 9999 73'],
  ])('%s', (text, number) => expect(found(text, 'vat-number')).toEqual([number]));

  it.each([
    ['a wrong check digit', 'DE136695977'],
    ['a shape without check digits or a word', 'Teil CZ12345678'],
    ['a phone number', '+49 136 695976'],
    ['words', 'be 0123 at 12, es 12345678'],
  ])('not %s', (_, text) => expect(found(text, 'vat-number')).toEqual([]));
});
