import type { LeakKind } from '@kundig/leak-guard/rules';

/** The text that names each kind, and stands where something of it was hidden. */
export const KIND_WORDS = {
  secret: 'kind.secret',
  mail: 'kind.mail',
  phone: 'kind.phone',
  iban: 'kind.iban',
  card: 'kind.card',
  'tax-number': 'kind.tax-number',
  'vat-number': 'kind.vat-number',
  'customer-number': 'kind.customer-number',
  'contract-number': 'kind.contract-number',
  'ticket-number': 'kind.ticket-number',
  'identity-number': 'kind.identity-number',
  'own-name': 'kind.own-name',
  'own-organisation': 'kind.own-organisation',
  'own-domain': 'kind.own-domain',
  host: 'kind.host',
  ip: 'kind.ip',
  mac: 'kind.mac',
  'serial-number': 'kind.serial-number',
  greeting: 'kind.greeting',
  signature: 'kind.signature',
} as const satisfies Record<LeakKind, string>;
