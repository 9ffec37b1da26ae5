/** Names set aside for documentation, tests and home networks (RFC 2606, RFC 6761, RFC 6762, RFC 8375). */
const DOCUMENTATION_ENDINGS = [
  'example',
  'example.com',
  'example.net',
  'example.org',
  'invalid',
  'localhost',
  'test',
];
/** Labels people write into a domain that is not theirs. */
const INVENTED_LABELS =
  /(?:^|[.-])(?:beispiel|beispielfirma|example|muster|musterfirma|mustermann|(?:ihre|deine|meine|your|my)-?(?:domain|firma|company)|domain|domäne|firma|company|foo|bar|foobar)\.[a-z]{2,6}$/;
/** Services at which anybody has an address, whatever the country behind their name: such a domain tells nothing of the person. */
const FREE_MAIL_SERVICES: ReadonlySet<string> = new Set(
  (
    'aol duck fastmail gmail gmx googlemail hotmail hushmail icloud kabelmail live mailbox me mac msn outlook pm posteo proton ' +
    'protonmail rocketmail tuta tutamail tutanota web yahoo yandex ymail zoho'
  ).split(' '),
);
/** The same where the name alone says less: mail of those who sell lines to households. */
const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(
  (
    'a1.net alice-dsl.net alice.de aon.at arcor.de bluewin.ch chello.at email.de ewe.net ewetel.net freenet.de hispeed.ch htp-tel.de ' +
    'inode.at kabelbw.de magenta.de mail.com mail.de netcologne.de o2mail.de o2online.de online.de online.ms osnanet.de sunrise.ch ' +
    't-online.de tele2.at unitybox.de versanet.de vodafone.de vodafonemail.de vol.at'
  ).split(' '),
);
/** Second parts of endings below which countries give names away. */
const SHARED_ENDINGS = /(?<=^|\.)[\p{L}\p{N}-]+\.(?:ac|co|com|edu|gov|gv|ltd|net|or|org)\.\p{L}{2}$/u;

/** Whether a name is one of the domains or lies below one; small letters expected. */
export const belongsTo = (name: string, domains: readonly string[]): boolean =>
  domains.some((domain) => {
    const wanted = domain.toLowerCase();
    return name === wanted || name.endsWith(`.${wanted}`);
  });

/** Whether a name stands for no real host or company. */
export const isDocumentationName = (name: string): boolean =>
  belongsTo(name, DOCUMENTATION_ENDINGS) || INVENTED_LABELS.test(name);

/** @returns the part of a domain that its owner has registered: `firma.de` of `mail.firma.de`; small letters */
export function registeredDomain(domain: string): string {
  const name = domain.toLowerCase();
  return SHARED_ENDINGS.exec(name)?.[0] ?? name.split('.').slice(-2).join('.');
}

/** Whether everybody may have an address there. */
export function isFreeMailDomain(domain: string): boolean {
  const registered = registeredDomain(domain);
  return FREE_MAIL_DOMAINS.has(registered) || FREE_MAIL_SERVICES.has(registered.split('.')[0]!);
}
