import { describe, expect, it } from '@jest/globals';
import { PLAIN_SETTINGS } from '../settings.js';
import { found } from '../testing/found.js';

const as = (names: string[], organisations: string[] = []) => ({
  author: { ...PLAIN_SETTINGS.author, names, organisations },
});

describe("the author's own name", () => {
  it.each([
    ['Dr. Jürgen Yıldırım', 'Jürgen Yıldırım hier', 'Jürgen Yıldırım'],
    ['Jürgen Wüllner', 'frag juergen wuellner', 'juergen wuellner'],
    ['Jürgen Wüllner', 'Wüllner, Jürgen', 'Wüllner, Jürgen'],
    ['Jürgen Wüllner', 'J. Wüllner', 'J. Wüllner'],
    ['Jürgen Wüllner', 'der Wüllner sagt', 'Wüllner'],
    ['Jürgen Wüllner', 'Wu\u0308llners Rechner', 'Wu\u0308llners'],
    ['Jürgen Wüllner', '**Wüllner**', 'Wüllner'],
    ['Anna Maria Koch', 'Anna Koch', 'Anna Koch'],
    ['Anna Maria Koch', 'Anna M. Koch', 'Anna M. Koch'],
    ['Anna Maria Koch', 'Frau Koch', 'Frau Koch'],
    ['Jan van der Meulen', 'jan.vandermeulen und Jan van der Meulen', 'Jan van der Meulen'],
    ['François Lefèvre', 'Francois Lefevre', 'Francois Lefevre'],
  ])('%s in %j', (name, text, place) => expect(found(text, 'own-name', as([name]))).toEqual([place]));

  it.each([
    ['Anna Koch', 'Der Koch sucht Anna'],
    ['Anna Koch', 'Kochfeld und Kochen'],
    ['Jürgen Wüllner', 'Wüllnersdorf, Jürgen'],
    ['', 'niemand'],
    ['Li', 'Link und Li'],
  ])('%s: nothing in %j', (name, text) => expect(found(text, 'own-name', as([name]))).toEqual([]));

  it('takes what is no expression as it is', () =>
    expect(found('Max aaaa, Max (a+)+', 'own-name', as(['Max (a+)+']))).toEqual(['Max (a+)+']));
});

describe("the author's own organisation", () => {
  it.each([
    ['Müller Maschinenbau GmbH & Co. KG', 'bei Mueller-Maschinenbau seit', 'Mueller-Maschinenbau'],
    [
      'Müller Maschinenbau GmbH & Co. KG',
      'Müller Maschinenbau GmbH & Co. KG,',
      'Müller Maschinenbau GmbH & Co. KG',
    ],
    ['Textilwerk AG', 'das textilwerk', 'textilwerk'],
    ['Stein GmbH', 'Stein GmbH', 'Stein GmbH'],
    ['Schmidt und Söhne OHG', 'Schmidt & Söhne', 'Schmidt & Söhne'],
  ])('%s in %j', (name, text, place) =>
    expect(found(text, 'own-organisation', as([], [name]))).toEqual([place]),
  );

  it.each([
    ['Stein GmbH', 'ein Stein im Weg'],
    ['Textilwerk AG', 'Textilwerke'],
    ['GmbH', 'eine GmbH'],
  ])('%s: nothing in %j', (name, text) =>
    expect(found(text, 'own-organisation', as([], [name]))).toEqual([]),
  );
});

describe('greetings', () => {
  it.each([
    ['Hallo Herr Müller,', 'Müller'],
    ['Sehr geehrte Frau Dr. Yıldız,', 'Yıldız'],
    ['Hi Anna,\n', 'Anna'],
    ['Lieber Jörg-Peter!', 'Jörg-Peter'],
    ['Dear Mr. Smith,', 'Smith'],
    ['Frag mal Herrn Stamm', 'Stamm'],
  ])('%s', (text, name) => expect(found(text, 'greeting')).toEqual([name]));

  it.each([
    'Hallo zusammen,\n',
    'Hallo Community,',
    'Guten Morgen Forum!',
    'Hi all,',
    'Hallo Kranich42,',
    'Danke Leute!',
    'Moin, Anna hat',
    'Liebe Kolleginnen',
    '@FrauMensing Bin dabei, @MrSpock auch',
  ])('nothing in: %s', (text) => expect(found(text, 'greeting')).toEqual([]));
});

describe('signatures', () => {
  it.each([
    ['Mit freundlichen Grüßen\nAnna Schmidt', 'Anna Schmidt'],
    ['Viele Grüße aus Kassel\n\nPeter', 'Peter'],
    ['MfG A. Wüllner', ''],
    ['LG, Tomasz', 'Tomasz'],
    ['Gruß Peter', 'Peter'],
    ['Best regards,\nJohn P. Doe, Head of IT', 'John P. Doe'],
    ['Danke!\nAnna', 'Anna'],
  ])('%s', (text, name) => expect(found(text, 'signature')).toEqual(name ? [name] : []));

  it.each(['Viele Grüße und danke', 'Mit freundlichen Grüßen\nIhr Team', 'Danke Und Tschüss noch', 'LG'])(
    'nothing in: %s',
    (text) => expect(found(text, 'signature')).toEqual([]),
  );
});
