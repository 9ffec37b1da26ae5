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
    'kunden?',
    'kd',
    '(?:kunden|buchungs|rechnungs)konto',
    'debitor(?:en)?',
    'debtor',
    'kreditor(?:en)?',
    'lieferanten?',
    'mandant(?:en)?',
    `${COMPOUND}partner`,
    'customer',
    'client',
    'subscriber',
    'vendor',
    'supplier',
  ],
  stems: [
    `${COMPOUND}kunden`,
    'mitglieds?',
    'member(?:ship)?',
    'teilnehmer',
    'konto',
    'account',
    'zugangs',
    'anschluss',
  ],
  complete: [
    'customer_?(?:id|no|number)',
    'kunden_?(?:id|nr)',
    'k(?:d|\\.)?-?nr\\.?',
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
    `${COMPOUND}vereinbarung`,
    '(?:versicherungs-?)?polic(?:en?|y)',
    'versicherungsschein',
    'contract',
    'agreement',
    'lease',
    'subscription',
    'abonnement',
    'lizenz',
  ],
  stems: [
    'licen[cs]e',
    'abo',
    'versicherungs',
    'vertr\\.',
    'leasing',
    'miet',
    'wartungs',
    'leitungs?',
    'mandats?',
    'tarif',
  ],
  complete: ['mandatsreferenz', 'leitungsbezeichnung', 'lbz', 'vertragskonto', 'vt?-?nr\\.?'],
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
  ],
  stems: [
    'request',
    'beleg',
    'quote',
    'sendungs?',
    'tracking',
    'reference',
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
  ],
  complete: ['aktenzeichen', 'geschäftszeichen', 'az\\.', '(?:unser|ihr) zeichen'],
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
  '(?:[-_ ]{0,2}(?:nummern?|nrn?\\.?|no\\.?|num(?:ber)?|id(?:entifier)?|kennung|kennzeichen|zeichen|zahl|code|#))';

/** What may stand between announcement and number: signs, and words that say *is*. */
export const LINK =
  '[ \\t:=#>|(\\["\'„“”»«›‹,.-]{0,6}(?:(?:ist|war|wäre|lautet|lautete|heißt|bleibt|nun|jetzt|nr\\.?|no\\.?|nummer|mit der nummer|' +
  'is|was|number)(?: (?:die|der|das|the))?[ :=#("„“»]{1,4}){0,2}';
