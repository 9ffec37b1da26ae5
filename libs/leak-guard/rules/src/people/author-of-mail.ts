import { isDocumentationName, isFreeMailDomain, registeredDomain } from '../network/domains.js';
import type { Author } from '../settings.js';

/** Words in addresses that belong to a post and not to a person; one of them, and the address tells no name. */
const POSTS: ReadonlySet<string> = new Set(
  (
    'abuse accounting admin administration agentur anfrage apotheke arzt auftrag backoffice bank bestellung betrieb bewerbung bill ' +
    'billing buchhaltung buero büro care center cloud contact controlling datenschutz dev disposition drucker edv einkauf empfang ' +
    'entwicklung facility fax feedback fibu filiale finance finanz finanzen firma foto gast gemeinde geschäftsführung gf gruppe haus ' +
    'hello help helpdesk hotel hotline hr immobilien info inbox innendienst internet invoice it job jobs kanzlei karriere kasse ' +
    'kommunikation konto kontakt kunde kunden kundendienst kundenservice labor lager leitung lieferant logistik mail mailbox mailer ' +
    'management marketing mein meine mitarbeiter mobil monitoring netz netzwerk newsletter nicht no noreply office online operations ' +
    'order orders orga partner personal pforte planung post postfach postmaster praxis presse privat produktion project projekt ' +
    'qualität rechnung rechnungen reception redaktion reply reservierung restaurant sales schule security sekretariat server service ' +
    'shop sicherheit software spam stadt student studio support system systeme systems team technik techniker technical telefon ' +
    'telekom test training ticket tickets user verein verkauf versand vertrag vertrieb verwaltung web webmaster webshop werk ' +
    'werkstatt zentrale'
  ).split(' '),
);
/** What companies write behind a name. */
const ADDITION = /^(?:ext|extern|external|adm|priv|jun|sen|jr|sr|dr|prof)$/;
const WORD = /^\p{L}[\p{L}'’-]*$/u;
/** Shorter family names are parts of too many other words. */
const SHORTEST_FAMILY_NAME = 3;
const [LONGEST_LOCAL_PART, LONGEST_DOMAIN] = [64, 253];

/** The name in the first half of an address: `anna.schmidt2` is somebody's, `kranich42` and `it.support` are nobody's. */
function nameIn(localPart: string): string | null {
  const [written = ''] = localPart.toLowerCase().split('+');
  const parts = (/[._]/.test(written) ? written.split(/[._]+/) : written.split('-'))
    .map((part) => part.replace(/[0-9]+$/, ''))
    .filter((part) => part !== '' && !ADDITION.test(part));
  const family = parts.at(-1) ?? '';
  const isName =
    parts.length > 1 &&
    parts.length < 5 &&
    family.length >= SHORTEST_FAMILY_NAME &&
    parts.every((part) => WORD.test(part) && part.split('-').every((word) => !POSTS.has(word)));
  return isName ? parts.join(' ') : null;
}

/**
 * What an address says of whom it belongs to: the name before the sign, domain and company behind it where it is none of
 * those at which anybody has an address or nobody has one.
 * @param mail an address of whatever origin
 */
export function authorOfMail(mail: string): Author {
  const at = mail.lastIndexOf('@');
  const domain = registeredDomain(mail.slice(at + 1, at + 1 + LONGEST_DOMAIN));
  const name = nameIn(mail.slice(0, Math.max(at, 0)).slice(0, LONGEST_LOCAL_PART));
  const tells = !isFreeMailDomain(domain) && !isDocumentationName(domain);
  const isOwn = at > 0 && domain.includes('.') && tells;
  return {
    names: name === null ? [] : [name],
    mailDomains: isOwn ? [domain] : [],
    organisations: isOwn ? [domain.split('.')[0]!.replaceAll('-', ' ')] : [],
  };
}
