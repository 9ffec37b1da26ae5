import type { LeakKind } from '../finding.js';

/** Words that announce a number of one kind, in small letters, as parts of expressions. */
export interface Announcement {
  readonly kind: LeakKind;
  /** Nouns that announce one with a suffix (`kundennummer`), or alone before a distinct number (`Kunde 00448172`). */
  readonly nouns: readonly string[];
  /** Nouns that announce one with a suffix alone. */
  readonly stems?: readonly string[];
  /** Whole announcements, without a suffix. */
  readonly complete?: readonly string[];
}

/** First parts of German compounds: *Wartungs*vertrag, *Service*auftrag. */
const COMPOUND = '[\\p{L}-]{0,24}';

const customer: Announcement = {
  kind: 'customer-number',
  nouns: [
    `${COMPOUND}kund(?:en?|in)`,
    'kundenummer',
    'kdn?',
    'kdn\\.',
    'kund',
    'knd\\.?',
    '(?:kunden|buchungs|rechnungs|debitoren|personen|benutzer|nutzer)(?:konto|stamm|karte|satz)',
    'debitor(?:en)?',
    'debtor',
    'kreditor(?:en)?',
    'creditor',
    'lieferanten?',
    'mandant(?:en)?',
    `${COMPOUND}partner`,
    'customer',
    'cust',
    'acct',
    'account',
    'client',
    'subscriber',
    'vendor',
    'supplier',
    'warenempfänger',
    'rechnungsempfänger',
    'regulierer',
    '(?:sold|ship|bill)-to(?:[- ]party)?',
  ],
  stems: [
    'mitglieds?',
    'member(?:ship)?',
    `${COMPOUND}(?:teilnehmer|nutzer|abnehmer|händler|abonnenten|auftraggeber|besteller|empfänger|inhaber|halter)`,
    'reseller',
    'dealer',
    'retailer',
    'merchant',
    'tenant',
    'user',
    'login',
    'organi[sz]ations?',
    '(?:firmen|unternehmens|betriebs|filial|standort|niederlassungs)',
    'company',
    'site',
    'branch',
    'konto',
    'zugangs',
    'anschluss',
    'zähler',
    'meter',
    't-online-',
    '(?:kund|deb|kred|lief|mand|mitgl|cust)\\.',
    'gp',
  ],
  complete: [
    'customer_?(?:id|no|number)',
    'kunden_?(?:id|nr)',
    '(?:our|my|unser|mein) (?:account|konto) (?:with you|bei (?:ihnen|euch|dir))',
    '(?:customer|kunde|client|account)["\']? {0,2}[:=] {0,2}\\{ {0,2}["\']?(?:id|nr|no|nummer|number)',
    '(?:marktlokation|malo|zählpunkt)(?:s?-?(?:id|nummer|bezeichnung))?',
    '(?:unsere|meine|our|my) (?:nummer|nr\\.?|number|no\\.?) (?:bei (?:ihnen|euch|dir)|with you)',
    'k(?:d|\\.)?-?nr\\.?',
    'verbrauchsstelle',
    'anschlusskennung',
    'zugangskennung',
    'benutzerkennung',
    '(?:auth|sip)_?(?:user|name)',
    'gläubiger-?id',
  ],
};

const contract: Announcement = {
  kind: 'contract-number',
  nouns: [
    `${COMPOUND}vertrags?(?:konto|bestätigung|partner)?`,
    `${COMPOUND}verträgen?`,
    '(?:sepa-?)?mandat',
    `${COMPOUND}vereinbarung`,
    '(?:versicherungs-?)?polic(?:en?|y)',
    'versicherungsschein',
    'contract',
    'agreement',
    'lease',
    'subscription',
    'abonnement',
    'lizenz',
    'vertr\\.',
    'darlehen',
    'vt[rg]\\.',
  ],
  stems: [
    'licen[cs]e',
    'abo',
    'versicherungs',
    'lizenzschlüssel',
    'circuit',
    'line',
    'vk',
    'leasing',
    'miet',
    'wartungs',
    'leitungs?',
    'mandats?',
    'tarif',
    'darlehens',
    'sla',
    'vs(?=-?nr)',
  ],
  complete: [
    'mandatsreferenz',
    'leitungsbezeichnung',
    'lbz',
    'vertragskonto',
    '(?:vertragskto|vertr\\.-?kto|vkto)\\.?(?:-?nr\\.?)?',
    'vertragsreferenz',
    'vt?-?nr\\.?',
  ],
};

const ticket: Announcement = {
  kind: 'ticket-number',
  nouns: [
    'tickets?',
    'case',
    'fall',
    'servicefall',
    'incident',
    'issue',
    'vorgangs?',
    `${COMPOUND}anfragen?`,
    `${COMPOUND}anträge?`,
    `${COMPOUND}antrags?`,
    'service request',
    'change(?: request)?',
    'problem',
    'störungs?(?:meldung)?',
    'reklamations?',
    'beschwerden?',
    'complaint',
    'schaden(?:s|meldung)?',
    `${COMPOUND}auftrags?`,
    'bestell(?:ungs?)?',
    '(?:purchase )?order',
    'rechnungs?',
    'invoice',
    'gutschrift',
    'mahnungs?',
    'quittungs?',
    'retouren?',
    'referenz',
    'ref\\.?',
    'angebots?',
    'lieferschein',
    'delivery note',
    'rma',
    'reference',
    'jira',
  ],
  stems: [
    'request',
    'beleg',
    'quote',
    'sendungs?',
    'tracking',
    'auftr?\\.',
    'best\\.',
    're(?:ch)?\\.',
    'rg\\.?',
    'buchungs?',
    'booking',
    'meldungs?',
    'änderungs?',
    'akten',
    'proforma',
    'avis',
    '(?:vorg|stör|liefersch|ang|anfr|rekl|ret)\\.',
    '(?:ab|ls|be|ra|wa|sr|kv)(?=-?nr)',
  ],
  complete: ['aktenzeichen', 'geschäftszeichen', 'az\\.', 'az(?= [0-9])', '(?:unser|ihr) zeichen'],
};

const identity: Announcement = {
  kind: 'identity-number',
  nouns: ['personalausweis', 'reisepass', 'führerschein', 'passport', "driver'?s licen[cs]e"],
  stems: [
    'ausweis',
    'pass',
    'sozialversicherungs?',
    'versicherten',
    'renten(?:versicherungs)?',
    'personal',
    'mitarbeiter',
    'social security',
    'national insurance',
    'employee',
    'identity card',
  ],
  complete: ['ssn', 'svnr', 'sv-nummer', 'ahv(?:-nummer)?'],
};

/** What German and English business customers call the numbers they are known by. */
export const ANNOUNCEMENTS: readonly Announcement[] = [customer, contract, ticket, identity];

/** What makes an announcement of a noun. */
export const SUFFIX =
  '(?:(?:[-_ ]{0,2}|\\.[-_]?)(?:n[ou]m{1,3}e(?:rn?|mr)|nrn?\\.?|no\\.?|num(?:ber)?|id(?:entifier)?|kennung|kennzeichen|kennziffer|kürzel|ident(?:ifikationsnummer)?|zeichen|zahl|code|#))';

/** What may stand between announcement and number: signs, and words that say *is*. */
export const LINK =
  '[ \\t:=#>|/(\\["\'„“”»«›‹,.-]{0,6}(?:(?:alte?|neue?|bisher|früher|old|new|ist|war|wäre|lautet|lautete|heißt|bleibt|nun|jetzt|nr\\.?|no\\.?|nummer|mit der nummer|' +
  'is|was|number)(?: (?:die|der|das|the))?[ :=#("„“»]{1,4}){0,2}';
