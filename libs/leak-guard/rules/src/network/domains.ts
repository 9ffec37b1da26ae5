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
const PLACEHOLDER_LABELS =
  /(?:^|[.-])(?:beispiel|beispielfirma|example|muster|musterfirma|mustermann|(?:ihre|deine|meine|your|my)-?(?:domain|firma|company)|domain|domäne|firma|company|foo|bar|foobar)\.[a-z]{2,6}$/;
/** Services at which anybody has an address: such a domain tells nothing of the person. */
const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set([
  'aol.com',
  'arcor.de',
  'bluewin.ch',
  'email.de',
  'freenet.de',
  'gmail.com',
  'gmx.at',
  'gmx.ch',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'hotmail.de',
  'icloud.com',
  'live.de',
  'magenta.de',
  'mail.de',
  'mailbox.org',
  'me.com',
  'online.de',
  'outlook.com',
  'outlook.de',
  'posteo.de',
  'proton.me',
  'protonmail.com',
  't-online.de',
  'vodafone.de',
  'web.de',
  'yahoo.com',
  'yahoo.de',
]);

/** Whether a name is one of the domains or lies below one; small letters expected. */
export const belongsTo = (name: string, domains: readonly string[]): boolean =>
  domains.some((domain) => {
    const wanted = domain.toLowerCase();
    return name === wanted || name.endsWith(`.${wanted}`);
  });

/** Whether a name stands for no real host or company. */
export const isDocumentationName = (name: string): boolean =>
  belongsTo(name, DOCUMENTATION_ENDINGS) || PLACEHOLDER_LABELS.test(name);

/** Whether everybody may have an address there. */
export const isFreeMailDomain = (domain: string): boolean => FREE_MAIL_DOMAINS.has(domain.toLowerCase());
