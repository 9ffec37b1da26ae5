import { describe, expect, it } from '@jest/globals';
import { PLAIN_SETTINGS } from '../settings.js';
import { allFound } from '../testing/found.js';
import { authorOfMail } from './author-of-mail.js';

describe('what an address says of its owner', () => {
  it.each([
    ['anna.schmidt@nordbau-kassel.de', ['anna schmidt'], 'nordbau-kassel.de', 'nordbau kassel'],
    ['Anna.Maria.Schmidt2@NordBau.de', ['anna maria schmidt'], 'nordbau.de', 'nordbau'],
    ['a_schmidt+forum@mail.nordbau.co.at', ['a schmidt'], 'nordbau.co.at', 'nordbau'],
    ['hans-peter.schmidt.ext@nordbau.de', ['hans-peter schmidt'], 'nordbau.de', 'nordbau'],
    ['anna-schmidt@nordbau.de', ['anna schmidt'], 'nordbau.de', 'nordbau'],
    ['kranich42@nordbau.de', [], 'nordbau.de', 'nordbau'],
    ['it.support@nordbau.de', [], 'nordbau.de', 'nordbau'],
    ['info@nordbau.de', [], 'nordbau.de', 'nordbau'],
    ['xi.li@nordbau.de', [], 'nordbau.de', 'nordbau'],
  ])('%s', (mail, names, domain, organisation) =>
    expect(authorOfMail(mail)).toEqual({ names, mailDomains: [domain], organisations: [organisation] }),
  );

  it.each([
    'gmx.de',
    'gmx.net',
    'web.de',
    'gmail.com',
    't-online.de',
    'outlook.com',
    'yahoo.co.uk',
    'me.com',
    'example.de',
  ])('no more than the name at %s', (domain) =>
    expect(authorOfMail(`anna.schmidt@${domain}`)).toEqual({
      names: ['anna schmidt'],
      mailDomains: [],
      organisations: [],
    }),
  );

  it.each(['', '@', 'anna', 'anna@', '@nordbau', '.@.', `${'a.'.repeat(200)}@${'b.'.repeat(300)}de`])(
    'nothing that breaks a rule: %j',
    (mail) =>
      expect(() =>
        allFound('Anna aus Nordbau', { ...PLAIN_SETTINGS, author: authorOfMail(mail) }),
      ).not.toThrow(),
  );
});

describe('what is found with it', () => {
  const foundFor = (mail: string, text: string) => allFound(text, { author: authorOfMail(mail) });

  it.each([
    ['juergen.wuellner@gmx.de', 'Gruß, Jürgen Wüllner', ['own-name: Jürgen Wüllner']],
    ['j.wuellner@gmx.de', 'fragt J. Wüllner', ['own-name: J. Wüllner']],
    ['a.kunz@gmx.de', 'ob Kunz, A. da ist', ['own-name: Kunz, A.']],
    ['info@mueller-pumpen.de', 'Bei der Müller Pumpen GmbH', ['own-organisation: Müller Pumpen GmbH']],
    ['info@mueller-pumpen.de', 'auf www.mueller-pumpen.de', ['own-domain: www.mueller-pumpen.de']],
    ['info@textilwerk.de', 'hier im Textilwerk', ['own-domain: Textilwerk']],
  ])('%s: %s', (mail, text, all) => expect(foundFor(mail, text)).toEqual(all));

  it.each([
    ['a.young@gmx.de', 'a young engineer, as you are'],
    ['karl.drucker@gmx.de', 'Der Drucker druckt nicht'],
    ['ernst.kabel@gmx.de', 'Das Kabel ist lang'],
    ['info@server.de', 'Der Server antwortet nicht'],
    ['info@telefon.de', 'Das Telefon klingelt'],
    ['anna.schmidt@gmx.de', 'Seit dem Update geht gmx.de nicht, sagt Herr Müller'],
  ])('%s: nothing in %j', (mail, text) =>
    expect(foundFor(mail, text).filter((found) => found.startsWith('own-'))).toEqual([]),
  );
});
