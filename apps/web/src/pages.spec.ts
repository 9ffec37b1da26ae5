import { beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { renderPage, renderProblem, type PageRequest } from './entry-server.js';
import { demoValues } from './testing/demo-values.js';
import { mockExecute } from './testing/mock-execute.js';
import { schemaOrgProblems } from './testing/schema-org.js';

const schemaFile = path.resolve(import.meta.dirname, '../../../libs/api-contract/schema.graphql');

const request = (address: string, more: Partial<PageRequest> = {}): PageRequest => ({
  path: address,
  locale: 'de',
  execute: mockExecute(schemaFile, demoValues),
  viewer: 'visitor',
  site: { name: 'Testgemeinde', baseUrl: 'https://forum.example', timeZone: 'Europe/Berlin' },
  assets: {},
  ...more,
});
const signedIn: Partial<PageRequest> = { viewer: 'signed-in', nonce: 'n0nce', formToken: 't0ken' };

/** Every address with words its page must show in the HTML as it leaves the server. */
const pages: [string, 'visitor' | 'signed-in', string][] = [
  ['/', 'visitor', 'Danke diese Woche'],
  ['/?state=open', 'visitor', 'Outlook fragt'],
  ['/', 'visitor', 'Weitere Themen'],
  ['/?state=open&after=x', 'visitor', 'Weitere Themen'],
  ['/b/telefonie/b0', 'visitor', 'Frage in Telefonie stellen'],
  ['/b/telefonie/b0?page=3&state=solved', 'visitor', '2 angepinnt'],
  ['/t/rufumleitung/t0', 'visitor', 'Hat das geholfen?'],
  ['/t/thema/t1', 'visitor', 'Dasselbe Problem (4)'],
  ['/t/thema/t2', 'visitor', 'Diskussion'],
  ['/t/rufumleitung/t0', 'signed-in', 'Ihre Antwort'],
  ['/ask', 'visitor', 'Ein Konto brauchen Sie noch nicht'],
  ['/ask/finish/abc', 'visitor', 'Fast geschafft'],
  ['/ask/publish/abc', 'visitor', 'Jetzt veröffentlichen'],
  ['/ask/sent', 'visitor', 'Bitte sehen Sie in Ihr Postfach'],
  ['/ask', 'signed-in', 'Was haben Sie schon versucht?'],
  ['/ask?kind=discussion', 'signed-in', 'Thema veröffentlichen'],
  ['/ask?title=Rufumleitung%20geht%20nicht', 'signed-in', 'Vielleicht schon gelöst'],
  ['/p/p1/edit', 'signed-in', 'Änderungen speichern'],
  ['/p/p1/delete', 'signed-in', 'Beitrag löschen'],
  ['/p/p1/report', 'signed-in', 'Meldung senden'],
  ['/p/p1/helped', 'visitor', 'Zurück zum Thema'],
  ['/solved/abc', 'visitor', 'Ist Ihre Frage gelöst?'],
  ['/ranking', 'visitor', 'Werkstatt_Nord'],
  ['/ranking?period=week&by=kudos', 'signed-in', 'Sie in Ranglisten'],
  ['/p/p1/redact', 'signed-in', 'Stelle schwärzen'],
  ['/p/p1/history', 'visitor', 'Änderung 2'],
  ['/p/p1/hide', 'signed-in', 'Beitrag ausblenden'],
  ['/p/p1/object', 'signed-in', 'Enthielt eine Telefonnummer.'],
  ['/p/p1/reveal', 'signed-in', 'Anträge zu diesem Namen'],
  ['/p/p1/suspend', 'signed-in', 'Gesperrt bis'],
  ['/u/Kranich42/suspend', 'signed-in', 'Gesperrt bis'],
  ['/t/thema/t1/moderate', 'signed-in', 'In einen anderen Bereich'],
  ['/t/thema/t1/merge', 'signed-in', 'In welches Thema?'],
  ['/t/thema/t1/merge?into=/t/thema/t2', 'signed-in', 'von Nummer 62 an'],
  ['/t/thema/t1/merge?into=rufumleitung', 'signed-in', 'Gefundene Themen'],
  ['/t/thema/t1/split', 'signed-in', 'Als neues Thema abtrennen'],
  ['/u/Kranich42', 'visitor', 'Dabei seit März 2026'],
  ['/search', 'visitor', 'Tippfehler machen nichts'],
  ['/search', 'visitor', 'nur in diesem Bereich'],
  ['/search?q=rufumleitng', 'visitor', 'Rufumleitung 1 auf Mobilnummer'],
  ['/search?q=rufumleitng', 'visitor', 'Team, Technischer Support'],
  ['/tag/router', 'visitor', 'Schlagwort „router“'],
  ['/sign-in?next=/ask', 'visitor', 'Bitte melden Sie sich an'],
  ['/sign-in?done=password', 'visitor', 'Ihr Passwort ist geändert.'],
  ['/register', 'visitor', 'Geschäftliche E-Mail-Adresse'],
  ['/confirm/abc', 'visitor', 'Adresse bestätigen'],
  ['/forgot-password', 'visitor', 'Mail anfordern'],
  ['/reset-password/abc', 'visitor', 'Passwort setzen'],
  ['/first-administrator/abc', 'visitor', 'Noch verwaltet sie niemand'],
  ['/invitation/abc', 'visitor', 'ada@firma.example'],
  ['/register/sent', 'visitor', 'Wir haben Ihnen eine Mail geschickt'],
  ['/forgot-password/sent', 'visitor', 'Falls es zu dieser Adresse'],
  ['/unsubscribe/ended', 'visitor', 'Doch wieder bekommen'],
  ['/unsubscribe/abc', 'visitor', 'Alles zum Thema'],
  ['/unsubscribe/abc', 'visitor', 'Alle Einstellungen für Mails'],
  ['/?tab=mine', 'signed-in', '2 neu'],
  ['/notifications', 'signed-in', '3 neue Antworten in'],
  ['/settings/notifications', 'signed-in', 'Antworten auf meine Fragen'],
  ['/settings/account', 'signed-in', 'Ihr jetziges Passwort'],
  ['/settings/account?done=mail-wanted', 'signed-in', 'Bitte sehen Sie in das neue Postfach'],
  ['/settings/account/mail/abc', 'signed-in', 'Neue Adresse bestätigen'],
  ['/settings/account/delete', 'signed-in', 'Was bleibt'],
  ['/settings/account/second-factor', 'signed-in', '9 Wiederherstellungscodes'],
  ['/settings/account/second-factor/prove?next=/admin', 'signed-in', 'Sind Sie es?'],
  ['/sign-in/code/abc?next=/admin', 'visitor', 'Ihr Passwort stimmt.'],
  ['/account-deleted', 'visitor', 'Ihr Konto ist gelöscht'],
  ['/settings/account', 'signed-in', 'Meine Daten herunterladen'],
  ['/settings/account?done=password', 'signed-in', 'Ihr Passwort ist geändert.'],
  ['/settings/person', 'signed-in', 'Als Teil des Teams'],
  ['/desk/marks', 'signed-in', 'Elektro Kranich GmbH'],
  ['/same-problem/sent', 'visitor', 'Sehen Sie in Ihre Mails'],
  ['/same-problem/confirm/abc', 'visitor', 'Ja, ich habe dasselbe Problem'],
  ['/same-problem/t1', 'visitor', 'Mail anfordern'],
  ['/settings/display', 'visitor', 'Status ausblenden'],
  ['/settings/personas', 'signed-in', 'Anonym · Eisvogel'],
  ['/settings/personas?done=given-up', 'signed-in', 'Sie haben den Namen aufgegeben'],
  ['/settings/personas?done=claimed', 'signed-in', 'dass Sie das waren'],
  ['/settings/personas/e1/claim', 'signed-in', 'Anonym · Eisvogel: Das war ich'],
  ['/settings/personas/e1/give-up', 'signed-in', 'Anonym · Eisvogel aufgeben'],
  ['/settings/who-sees-what', 'signed-in', 'zusätzlich: dieses Thema, Mails'],
  ['/settings/who-sees-what?as=moderator', 'signed-in', 'zusätzlich: Meldungen, ob jemand'],
  ['/settings/who-sees-what?as=custodian', 'signed-in', 'Anonym · Eisvogel hat geantwortet:'],
  ['/settings/who-sees-what?as=visitor', 'signed-in', 'Von diesem Thema sieht diese Rolle nichts.'],
  ['/settings/who-sees-what?as=nobody', 'signed-in', 'So sehen es Mitglieder'],
  ['/mine', 'signed-in', 'als Anonym · Eisvogel'],
  ['/mine', 'signed-in', 'wird geprüft'],
  ['/imprint', 'visitor', 'Impressum'],
  ['/privacy', 'visitor', 'Datenschutz'],
  ['/terms', 'visitor', 'Grundsätze'],
  ['/netiquette', 'visitor', 'Grundsätze'],
  ['/accessibility', 'visitor', 'Stand: 01.11.2026'],
  ['/blog', 'visitor', 'Rufnummern mitnehmen'],
  ['/blog?after=a1', 'visitor', 'Ältere Artikel'],
  ['/blog/tag/glasfaser', 'visitor', 'Artikel zu „glasfaser“'],
  ['/blog/artikel/a0', 'visitor', 'Zum Kommentieren melden Sie sich bitte an'],
  ['/blog/artikel/a0', 'signed-in', 'Ihr Kommentar'],
  ['/blog/comment/k1/report', 'signed-in', 'Meldung senden'],
  ['/blog/comment/k1/report/sent', 'signed-in', 'Zurück zum Artikel'],
  ['/blog/comment/k1/delete', 'signed-in', 'Kommentar löschen?'],
  ['/blog/comment/k1/object', 'signed-in', 'Einspruch absenden'],
  ['/blog/comment/k1/hide', 'signed-in', 'Kommentar ausblenden'],
  ['/blog/comment/k1/redact', 'signed-in', 'Endgültig schwärzen'],
  ['/desk/blog/a0/redact', 'signed-in', 'aus allen Fassungen des Artikels'],
  ['/desk/blog', 'signed-in', 'Warten auf Freigabe'],
  ['/desk/blog/new', 'signed-in', 'Speichern und zur Freigabe geben'],
  ['/desk/blog/a0', 'signed-in', 'Vorschau dieser Fassung'],
  ['/faq', 'visitor', 'Wo finde ich die SIP-Daten?'],
  ['/faq/frage/f0', 'visitor', 'Das hilft mir nicht'],
  ['/admin', 'signed-in', 'Verwaltung'],
  ['/admin/setup', 'signed-in', 'Alles Nötige ist erledigt'],
  ['/admin/site', 'signed-in', 'Hausfarbe'],
  ['/admin/incident', 'signed-in', 'Störung'],
  ['/admin/features', 'signed-in', 'unter einem zufälligen Namen'],
  ['/admin/leak-guard', 'signed-in', 'Wonach gesucht wird'],
  ['/admin/logo', 'signed-in', 'Für dunklen Grund'],
  ['/admin/offer', 'signed-in', 'Mehr bei'],
  ['/admin/contact', 'signed-in', 'Servicezeiten'],
  ['/admin/boards', 'signed-in', 'Mit den Pfeilen'],
  ['/admin/boards/new', 'signed-in', 'Wer liest hier?'],
  ['/admin/boards/b1', 'signed-in', 'Nicht mehr danach fragen'],
  ['/admin/texts', 'signed-in', 'Angaben fehlen'],
  ['/admin/texts/imprint', 'signed-in', 'Aus der Vorlage neu füllen'],
  ['/admin/texts/imprint', 'signed-in', 'Neue Fassung veröffentlichen'],
  ['/admin/texts/imprint?from=template', 'signed-in', 'Zurück zur eigenen Fassung'],
  ['/admin/texts/imprint?from=template', 'signed-in', 'Was nur Sie wissen'],
  ['/texts/accept', 'signed-in', 'Was sich ändert'],
  ['/admin/groups', 'signed-in', 'Wir sind Partner'],
  ['/admin/groups/g0', 'signed-in', 'Leitung entziehen'],
  ['/admin/roles', 'signed-in', 'Name und Aufgabe fehlen'],
  ['/admin/members?q=Kra', 'signed-in', 'Kranich42'],
  ['/admin/members/Kranich42', 'signed-in', 'Wozu brauchen Sie sie?'],
  ['/admin/invitations?saved=1&sent=none', 'signed-in', 'keine Mail ging hinaus'],
  ['/admin/invitations', 'signed-in', 'grace@firma.example'],
  ['/admin/mail', 'signed-in', 'mail.firma.example:587'],
  ['/admin/jobs', 'signed-in', 'Der Mailserver nimmt die Mails nicht an.'],
  ['/desk/faq', 'signed-in', 'FAQ exportieren'],
  ['/desk/reports', 'signed-in', 'Da steht eine Handynummer'],
  ['/desk/objections', 'signed-in', 'Darum entscheidet die Verwaltung'],
  ['/desk/reports', 'signed-in', '3 Einsprüche warten'],
  ['/desk/proposals', 'signed-in', 'Als Lösung bestätigen'],
  ['/desk/experts', 'signed-in', 'Spitzname des Mitglieds'],
  ['/desk/notices', 'signed-in', 'Zahlen für den Transparenzbericht'],
  ['/report-content?address=/p/p1', 'visitor', 'Wo steht der Inhalt?'],
  ['/notice/abc', 'visitor', 'Was Sie gemeldet haben'],
  ['/desk/reveals', 'signed-in', 'Vorgang AZ 12/26'],
  ['/admin/reveals', 'signed-in', 'Tage bis zur Mitteilung'],
  ['/desk/held', 'signed-in', 'verkürzter Link'],
  ['/desk/audit', 'signed-in', 'Beitrag ausgeblendet'],
  ['/desk/outbox', 'signed-in', 'Neue Antwort auf Ihre Frage'],
];

/** Pages whose title says it all. */
const LEGAL = /^\/(?:imprint|privacy|terms|netiquette|accessibility)$/;

const jsonLdOf = (html: string) => {
  const [, text] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(text ?? '{}') as { '@context'?: string; '@graph'?: { '@type': string }[] };
};

describe.each([
  ['/t/rufumleitung/t0', ['QAPage', 'BreadcrumbList']],
  ['/t/thema/t2', ['DiscussionForumPosting', 'BreadcrumbList']],
  ['/b/telefonie/b0', ['BreadcrumbList']],
  ['/tag/router', ['BreadcrumbList']],
  ['/', ['WebSite']],
  ['/faq', ['FAQPage']],
  ['/faq/frage/f0', ['FAQPage', 'BreadcrumbList']],
])('%s for search engines', (address, types) => {
  it('is described without naming anybody', async () => {
    const { html } = await renderPage(request(address, {}));
    const things = jsonLdOf(html)['@graph']!;
    expect(things.map((thing) => thing['@type'])).toEqual(types);
    expect(JSON.stringify(things)).not.toMatch(/"author"|Person/);
  });
});

describe('a link to a page, shown elsewhere', () => {
  const icons = '/site/icon/abc';
  const site = { ...request('/').site, icons };

  it('has title, description and address of the page, and a picture', async () => {
    const { html } = await renderPage(request('/t/rufumleitung/t0', { site, locale: 'en' }));
    for (const [property, content] of [
      ['og:site_name', 'Testgemeinde'],
      ['og:type', 'article'],
      ['og:url', 'https://forum.example/en/t/rufumleitung/t0'],
      ['og:locale', 'en_GB'],
      ['og:image', 'https://forum.example/site/icon/abc/512.png'],
    ])
      expect(html).toContain(`<meta property="${property}" content="${content}">`);
    expect(html).toMatch(/<meta property="og:title" content="Rufumleitung[^"]*">/);
    expect(html).toMatch(/<meta property="og:description" content="[^"]{20,}">/);
  });

  it('is of a numbered page where it leads to one', async () => {
    const { html } = await renderPage(request('/b/telefonie/b0?page=2'));
    expect(html).toContain('<title>Telefonie – Seite 2 · Testgemeinde</title>');
    expect(html).toContain('<link rel="canonical" href="https://forum.example/b/telefonie/b0?page=2">');
    expect(html).not.toContain('<meta name="description"');
  });
});

describe('an article for search engines', () => {
  const article = (locale: 'de' | 'en') => renderPage(request('/blog/artikel/a0', { locale }));

  it('is a posting by staff under the real name', async () => {
    const { html } = await article('de');
    expect(jsonLdOf(html)['@graph']![0]).toMatchObject({
      '@type': 'BlogPosting',
      url: 'https://forum.example/blog/artikel/a0',
      inLanguage: 'de',
      mainEntityOfPage: 'https://forum.example/blog/artikel/a0',
      author: {
        '@type': 'Person',
        name: 'Miriam Hofer',
        jobTitle: 'Netzplanung',
        url: 'https://forum.example/u/MiriamH',
      },
    });
  });

  it.each(['de', 'en'] as const)('stands at the address in its own language, seen in %s', async (locale) => {
    const { html } = await article(locale);
    expect(html).toContain('<link rel="canonical" href="https://forum.example/blog/artikel/a0">');
    expect(html).toContain('hreflang="de" href="https://forum.example/blog/artikel/a0">');
    expect(html).toContain('hreflang="en" href="https://forum.example/en/blog/article/a9">');
    expect(html).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]*\/blog\/feed\.xml">/);
  });
});

it.each(['/', '/search'])('%s has one search field', async (address) => {
  const { html } = await renderPage(request(address, {}));
  expect(html.match(/type="search"/g)).toHaveLength(1);
});

const bodyOf = (html: string) =>
  html.slice(html.indexOf('<body>'), html.indexOf('<script type="application/json"'));

/** What a reader sees. */
const textOf = (html: string) =>
  bodyOf(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(pages)('%s for a %s', (address, viewer, words) => {
  let html: string;
  let status: number;
  beforeAll(async () => {
    const page = await renderPage(request(address, viewer === 'signed-in' ? signedIn : {}));
    ({ html, status } = page);
  });

  it('is complete without scripts', () => {
    expect(status).toBe(200);
    expect(textOf(html)).toContain(words);
  });

  it('has one heading of the first rank, a title, a language, and the skip link first', () => {
    expect(bodyOf(html).match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('<html lang="de">');
    expect(bodyOf(html)).toMatch(/^<body><div id="root"><a [^>]*href="#content"/);
  });

  it('keeps the content security policy: no inline style, handler or script but the known one', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(html.match(/<script>/g) ?? []).toHaveLength(viewer === 'visitor' ? 1 : 0);
    expect(html.includes('nonce=')).toBe(viewer === 'signed-in');
  });

  it('tells search engines nothing that is not in the words of schema.org', () => {
    const { '@context': context, '@graph': things = [] } = jsonLdOf(html);
    if (things.length > 0) expect(context).toBe('https://schema.org');
    expect(things.flatMap((thing) => schemaOrgProblems(thing))).toEqual([]);
  });

  it('is kept by search engines under one address and with a description, or not at all', () => {
    const kept = html.includes('<link rel="canonical"');
    expect(html.includes('<meta name="robots" content="noindex">')).toBe(!kept);
    if (kept)
      expect(html).toMatch(LEGAL.test(address) ? /<title>/ : /<meta name="description" content="[^"]{20,}"/);
    expect(html.includes('<meta property="og:url"')).toBe(kept);
  });

  it('names every form field', () => {
    const fields = bodyOf(html).match(/<(?:input|select|textarea)\b[^>]*>/g) ?? [];
    for (const field of fields.filter((tag) => !tag.includes('type="hidden"'))) {
      expect(field).toMatch(/aria-label=|\bid=|type="checkbox"/);
    }
  });

  it('shows no key in place of a text', () => {
    expect(textOf(html)).not.toMatch(/ [a-z]+\.[a-zA-Z]+(?:_one|_other)? |\{\{|undefined|\[object/);
  });
});

describe('the way to ask in a board', () => {
  const boardPage = (viewer: 'visitor' | 'signed-in', may: object) =>
    renderPage(
      request('/b/telefonie/b0', {
        ...(viewer === 'signed-in' && signedIn),
        execute: mockExecute(schemaFile, {
          ...demoValues,
          'Query.board': { ...(demoValues['Query.boards'] as object[])[0], ...may },
        }),
      }),
    );

  it.each([
    ['is shown to a visitor where members may post', 'visitor', false, true, true],
    ['is not shown to a visitor where only the team may', 'visitor', false, false, false],
    ['is shown to the team where only the team may', 'signed-in', true, false, true],
    ['is not shown to a member who may not', 'signed-in', false, true, false],
  ] as const)('%s', async (_, viewer, viewerMayPost, membersMayPost, shown) => {
    const { html } = await boardPage(viewer, { viewerMayPost, membersMayPost });
    expect(textOf(html)).toContain('Telefonie');
    expect(textOf(html).includes('Frage in Telefonie stellen')).toBe(shown);
    expect(html.includes('href="/ask?board=b0"')).toBe(shown);
  });
});

describe('the bar of a thread on a phone', () => {
  const barOf = (html: string) => /<div[^>]*data-reply-bar[\s\S]*/.exec(bodyOf(html))?.[0] ?? '';

  it.each([
    ['/t/thema/t1', {}, ['#reply', '/same-problem/t1', '/sign-in?next=%2Ft%2Fthema%2Ft1']],
    ['/t/thema/t1', signedIn, ['#reply', '/form/unshareProblem', '/form/followThread']],
  ] as const)('%s holds what is done most', async (address, who, ways) => {
    const bar = barOf((await renderPage(request(address, who))).html);
    for (const way of ways) expect(bar).toContain(`="${way}"`);
  });
});

describe('somebody who is suspended', () => {
  const suspension = { reason: 'Werbung trotz zweier Hinweise', endsAt: '2026-11-29T14:00:00.000Z' };
  const asSuspended = (address: string, held: object | null) =>
    renderPage(
      request(address, {
        ...signedIn,
        execute: mockExecute(schemaFile, { ...demoValues, 'Viewer.suspension': held }),
      }),
    );

  it('reads why and how long, and is told of it on every other page', async () => {
    const { html } = await asSuspended('/suspended', suspension);
    expect(textOf(html)).toContain('Gesperrt bis 29.11.2026, 15:00 Grund: Werbung trotz zweier Hinweise');
    expect(textOf(html)).not.toContain('Warum und wie lange?');
    expect(textOf((await asSuspended('/ask', suspension)).html)).toContain('Warum und wie lange?');
  });

  it.each(['/t/rufumleitung/t0', '/ask', '/blog/artikel/a0'])(
    'finds it in place of the form on %s',
    async (address) => {
      const form = /action="\/form\/(?:reply|startThread|writeComment)"/;
      expect((await asSuspended(address, null)).html).toMatch(form);
      const { html } = await asSuspended(address, suspension);
      expect(html).not.toMatch(form);
      expect(textOf(html)).toContain(
        'Grund: Werbung trotz zweier Hinweise Das hat die Moderation entschieden.',
      );
      expect(html).toContain('href="/imprint"');
      expect(html).not.toContain('quote=');
    },
  );

  it('is nobody else: the page leads home', async () => {
    expect((await asSuspended('/suspended', null)).redirect).toBe('/');
  });
});

describe('English', () => {
  it('has its own addresses, also in forms', async () => {
    const { html } = await renderPage(request('/t/rufumleitung/t0', { ...signedIn, locale: 'en' }));
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('action="/en/form/reply"');
    expect(html).toContain('href="/en/b/telefonie/b0"');
    expect(html).toContain('hreflang="de" href="https://forum.example/t/rufumleitung/t0"');
  });
});

describe('German with du', () => {
  const familiar = { ...request('/').site, address: 'du' as const };

  it('speaks to people so, and leaves English as it is', async () => {
    const german = await renderPage(request('/', { site: familiar }));
    expect(german.html).toContain('Was können wir für dich tun?');
    expect(german.html).not.toMatch(/\b(?:für Sie|Ihr Problem)\b/);
    const english = await renderPage(request('/', { site: familiar, locale: 'en' }));
    expect(english.html).toContain('What can we do for you?');
  });
});

describe('what is switched off', () => {
  const without = (address: string, more: Partial<PageRequest> = {}) =>
    renderPage(
      request(address, {
        ...more,
        site: { ...request('/').site, off: ['blog', 'ranking', 'experts', 'faq', 'persons'] },
      }),
    );

  it.each([
    ...['/blog', '/blog/artikel/a0', '/desk/blog', '/ranking', '/faq', '/desk/marks'],
    ...['/desk/experts', '/desk/proposals', '/settings/display'],
  ])('%s is not there', async (address) => {
    expect((await without(address, signedIn)).status).toBe(404);
    expect((await renderPage(request(address, signedIn))).status).toBe(200);
  });

  it.each(['/', '/admin', '/b/telefonie/b0'])('%s leads nowhere near it', async (address) => {
    const { status, html } = await without(address, signedIn);
    expect(status).toBe(200);
    expect(html).not.toMatch(
      /href="\/(?:blog|desk\/blog|ranking|faq|desk\/(?:marks|experts|proposals)|settings\/display)/,
    );
  });
});

describe('the time zone of the site', () => {
  it.each([
    ['Europe/Berlin', '20. November 2026 um 10:15'],
    ['America/New_York', '20. November 2026 um 04:15'],
  ])('%s shows %s', async (timeZone, shown) => {
    const site = { name: 'Testgemeinde', baseUrl: 'https://forum.example', timeZone };
    const { html } = await renderPage(request('/t/rufumleitung/t0', { site }));
    expect(html).toContain(`title="${shown}"`);
  });
});

describe('what staff have just done', () => {
  const lineOf = async (address: string) => {
    const { html } = await renderPage(request(address, signedIn));
    return /<p [^>]*role="status"[^>]*>.*?<span>(.*?)<\/span>/s.exec(bodyOf(html))?.[1];
  };

  it.each([
    ['/desk/notices?done=removed', 'Entschieden: Der Inhalt ist ausgeblendet.'],
    ['/desk/notices?done=kept', 'Entschieden: Der Inhalt bleibt stehen.'],
    ['/desk/objections?done=granted', 'Entschieden: Der Text ist wieder zu sehen.'],
    ['/desk/objections?done=rejected', 'Entschieden: Der Text bleibt ausgeblendet.'],
    ['/desk/held?done=published', 'Veröffentlicht.'],
    ['/desk/held?done=refused', 'Abgelehnt. Der Text geht mit der Begründung zurück.'],
    ['/desk/experts?done=appointed', 'Ernannt. Das Mitglied steht jetzt in der Liste.'],
    ['/desk/experts?done=ended', 'Die Ernennung ist beendet.'],
    ['/desk/marks?done=confirmed', 'Bestätigt. Die Angabe steht jetzt neben dem Namen.'],
    ['/desk/reveals?done=refused', 'Der Antrag ist abgelehnt.'],
    ['/t/thema/t1?done=pinned', 'Angepinnt. Das Thema steht jetzt oben in seinem Bereich.'],
    ['/t/thema/t1?done=unslowed', 'Antworten brauchen keine Pause mehr.'],
  ])('%s says: %s', async (address, line) => {
    expect(await lineOf(address)).toBe(line);
  });

  it.each(['/desk/notices', '/desk/notices?done=toString', '/desk/held?done=removed', '/t/thema/t1?done='])(
    '%s confirms nothing',
    async (address) => {
      expect(await lineOf(address)).toBeUndefined();
    },
  );
});

describe('what staff are asked for', () => {
  const times = async (address: string, values: object, sentence: string) => {
    const execute = mockExecute(schemaFile, { ...demoValues, ...values });
    const { html } = await renderPage(request(address, { ...signedIn, execute }));
    return textOf(html).split(sentence).length - 1;
  };
  const owing = {
    'Viewer.secondFactorOwed': true,
    'Query.secondFactor': { on: false, owed: true, fresh: false, codesLeft: null, setup: null },
  };
  const nameless = { 'Viewer.staffLacks': ['NAME', 'PHOTO'] };

  it.each([
    '/mine',
    '/ask',
    '/t/thema/t1',
    '/settings/account/second-factor',
    '/settings/account/second-factor?done=off',
  ])('%s asks for the second factor once', async (address) => {
    expect(await times(address, owing, 'Das Team braucht hier einen zweiten Faktor.')).toBe(1);
  });

  it.each(['/desk/blog/new', '/desk/blog/a0', '/desk/blog/new?from=/mine'])(
    '%s asks for the name once, where the field would be',
    async (address) => {
      expect(await times(address, nameless, 'zur Person')).toBe(0);
      expect(await times(address, nameless, 'Jetzt den Namen eintragen')).toBe(1);
    },
  );
});

describe('answers that are no pages', () => {
  it.each(['/t/x/missing', '/b/x/missing', '/u/missing', '/faq/x/missing', '/nothing/here', '/t/x'])(
    '%s does not exist',
    async (address) => {
      const { status, html } = await renderPage(request(address));
      expect(status).toBe(404);
      expect(html).toContain('Diese Seite gibt es nicht');
      expect(html).toContain('noindex');
    },
  );

  it('a wrong slug leads to the right one and keeps the query', async () => {
    const answer = await renderPage(request('/t/falsch/t0?page=2', { locale: 'en' }));
    expect(answer).toMatchObject({ status: 301, redirect: '/en/t/rufumleitung/t0?page=2' });
  });

  it.each(['/notifications', '/mine', '/settings/personas', '/desk/reports', '/p/p1/edit'])(
    '%s asks a visitor to sign in',
    async (address) => {
      const answer = await renderPage(request(address));
      expect(answer).toMatchObject({ status: 302, redirect: `/sign-in?next=${encodeURIComponent(address)}` });
    },
  );

  it.each([
    ['SignInRequiredError', 302],
    ['NotFoundError', 404],
    ['NotFoundError', 404],
  ])('a refusal %s becomes status %i', async (code, status) => {
    const execute = async () => ({ errors: [{ message: 'no', extensions: { code } }] }) as never;
    expect((await renderPage(request('/', { execute }))).status).toBe(status);
  });

  it('a defect is not hidden as a page', async () => {
    const execute = () => Promise.reject(new Error('database gone'));
    await expect(renderPage(request('/', { execute }))).rejects.toThrow('database gone');
  });

  it.each([403, 404, 429, 500, 503] as const)('status %i has a page that needs no data', async (status) => {
    const page = await renderProblem(request('/'), status);
    expect(page.status).toBe(status);
    expect(page.html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page.html).not.toContain('id="state"');
  });
});

describe('a refused form', () => {
  const refusedForm = {
    mutation: 'register',
    fields: { nickname: 'Kranich<42', mail: 'k@firma', password: 'geheim-geheim', acceptPrivacy: 'true' },
    problems: [{ field: 'mail', message: 'Diese Adresse ist unvollständig.' }],
    status: 422,
  };

  it('comes back with what was typed and what to mend, but without the password', async () => {
    const { status, html } = await renderPage(request('/register', { refusedForm }));
    const body = bodyOf(html);
    expect(status).toBe(422);
    expect(body).toContain('value="Kranich&lt;42"');
    expect(body.match(/Diese Adresse ist unvollständig\./g)).toHaveLength(2);
    expect(body).toMatch(/<input[^>]*aria-invalid="true"[^>]*>/);
    expect(body).toMatch(/name="acceptPrivacy"[^>]*checked|checked[^>]*name="acceptPrivacy"/);
    expect(body).not.toMatch(/name="acceptNetiquette"[^>]*checked|checked[^>]*name="acceptNetiquette"/);
    expect(html).not.toContain('geheim');
  });

  it('is the one with the same hidden fields, not its neighbours', async () => {
    const kudos = {
      mutation: 'giveKudos',
      fields: { postId: 'p5' },
      problems: [{ message: 'Heute reicht es.' }],
      status: 429,
    };
    const { html } = await renderPage(request('/t/rufumleitung/t0', { ...signedIn, refusedForm: kudos }));
    expect(bodyOf(html).match(/Heute reicht es\./g)).toHaveLength(1);
  });
});

describe('what travels to the browser', () => {
  it('cannot break out of its script element', async () => {
    const execute = mockExecute(schemaFile, {
      ...demoValues,
      'Query.member': { ...{ id: 'm', nickname: '</script><b>', path: '/u/x', joinedMonth: '2026-01' } },
    });
    const { html } = await renderPage(request('/u/x', { execute }));
    expect(html).not.toContain('</script><b>');
  });

  it('holds nothing that differs between two visitors but the key of the rendering', async () => {
    const [first, second] = await Promise.all([renderPage(request('/')), renderPage(request('/'))]);
    const withoutKey = (html: string) => html.replace(/"renderKey":"[^"]+"/, '');
    expect(withoutKey(first.html)).toBe(withoutKey(second.html));
  });
});
