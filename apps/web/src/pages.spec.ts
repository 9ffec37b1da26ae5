import { beforeAll, describe, expect, it } from '@jest/globals';
import { renderPage } from './entry-server.js';
import { bodyOf, jsonLdOf, request, signedIn, textOf } from './testing/page-request.js';
import { schemaOrgProblems } from './testing/schema-org.js';

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
  ['/search?q=rufumleitng', 'visitor', 'hilfe.firma.example'],
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
  ['/admin/help-pages', 'signed-in', '12 Seiten gefunden'],
  ['/admin/help-pages', 'signed-in', 'Der Server erlaubt es Programmen nicht'],
  ['/admin/jobs', 'signed-in', 'Der Mailserver nimmt die Mails nicht an.'],
  ['/desk/faq', 'signed-in', 'FAQ exportieren'],
  ['/desk/searches', 'signed-in', '12-mal ohne Treffer'],
  ['/desk/synonyms', 'signed-in', 'Wolkenanlage findet auch Centrovia'],
  ['/desk/synonyms?words=Fax,Telefax', 'signed-in', 'danach 4 Treffer'],
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

it.each(['/', '/search'])('%s has one search field', async (address) => {
  const { html } = await renderPage(request(address, {}));
  expect(html.match(/type="search"/g)).toHaveLength(1);
});

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
