/** What stands there when there is no secret: hints, variables, addresses. */
const STAND_IN =
  /^(?:[x*.•●…_-]+|(?:[a-z]{2,10}:)?\/\/.*|[$%{<[].*|.*[}>]$|(?:your|my|dein|ihr|mein|neues?|altes?|test)[-_ ]?.*(?:key|token|secret|password|passwort)|passwor[dt][0-9]?|geheim|secret|changeme|redacted|example|values?[0-9]?|werte?[0-9]?|none|null|true|false|leer)$/;
/** Names of procedures and formats, which have letters and digits as well. */
const PROCEDURE =
  /^(?:md5|sha-?[0-9]{1,3}|hmac|aes|rsa|ed25519|bcrypt|argon2\w*|wpa[23]?|wep|oauth2?|oidc|saml2?|base64|utf-?8|totp|ikev[12]|ntlmv[12]|tls1?|x\.?509|2fa|3des|u2f|s\/?mime|[0-9]+-?stellig\w*|v[0-9][0-9.]*$)(?![\p{L}])/u;
/** Whether a hint, a variable or an address stands where a secret would. */
export const isStandIn = (value: string): boolean => STAND_IN.test(value.toLowerCase());

/** A number and what it counts: *12stellig*, *100Mbit*. */
const MEASURE =
  /^(?:[0-9]{1,2}\D|[0-9]+[-.]?(?:.{1,2}$|[kmgt]?(?:bit|byte|hz|watt|volt|bps)|stellig|zeichen|ziffer|stück|mal|fach|tage|jahr|uhr|euro|meter|prozent|nutzer|user|er|mbit|h264))/;
/** Bits per character from which letters alone are no words (measured on German and English words of 16 letters and more). */
const RANDOM_BITS = 3.9;

/** Bits per character of a text, by how often each occurs (Shannon 1948, section 6). */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/**
 * Whether a word behind an announcement is a secret and not the sentence going on.
 * @param isPointedOut whether a colon, an equals sign or quotation marks say that a value follows
 */
export function looksSecret(value: string, isPointedOut: boolean): boolean {
  const small = value.toLowerCase();
  if (value.length < 4 || STAND_IN.test(small) || PROCEDURE.test(small)) return false;
  const hasDigit = /[0-9]/.test(value);
  const hasLetter = /\p{L}/u.test(value);
  if (!hasDigit && value.includes('(')) return false; // a call in a program
  if (hasDigit && hasLetter)
    return (
      value.length >= 6 && (!/^[0-9]+[-.]?\p{L}+$/u.test(value) || (isPointedOut && !MEASURE.test(small)))
    );
  if (hasDigit)
    return (
      /^(?:[0-9]{6,}|[0-9]{4,8}(?:-[0-9]{4,8}){2,9}|[0-9]{2,3}(?:-[0-9]{2,3}){3,9})$/.test(value) ||
      (isPointedOut && value.length >= 6 && !/^[0-9]+[.,:/-][0-9]/.test(value))
    );
  if (/^\p{L}{3,16}[$#&§*]\p{L}{2,16}$/u.test(value)) return true;
  if (!isPointedOut || value.length < 6) return false;
  return (
    /[^\p{L}.,:/()-]/u.test(value) ||
    /\p{Ll}\p{Lu}/u.test(value) ||
    (/^\p{L}{16,}$/u.test(value) && entropy(value) >= RANDOM_BITS)
  );
}

/** What is said of a password instead of telling it. */
const SAID_OF_IT =
  /^(?:nicht|keine?s?|ungültig|unbekannt|korrekt|falsch|richtig|leer|fehler|fehlt|pflicht|pflichtfeld|standard|default|admin|passkeys?|optional|vorhanden|unverändert|wie|siehe|bitte|immer|wieder|incorrect|invalid|wrong|missing|required|unknown|correct|disabled|enabled|string|varchar|passwor[td]|kennwort|benutzer(?:name)?|username|rückruf|anfrage|telefonisch)$/i;
/** Endings of words that say what happens to a password. */
const SAYING = /(?:en|t|ig|lich|bar|los|ed|ing|ung|ieren|able|ible)$/;

/** Whether it is a row of words as pass phrases are written: *vier-Hasen-am-Zaun*. */
export const isHyphenated = (value: string): boolean => /^\p{L}{2,16}(?:-\p{L}{2,16}){2,6}$/u.test(value);

/**
 * Whether one word without digits may have been chosen for a password: *Kundenkennwort: Blaumeise*. Only where nothing but
 * the value can follow.
 */
export function isChosenWord(value: string): boolean {
  if (isHyphenated(value)) return true;
  if (
    !/^(?:\p{Lu}\p{Ll}{4}|\p{L}{6,24})$/u.test(value) ||
    SAID_OF_IT.test(value) ||
    STAND_IN.test(value.toLowerCase())
  )
    return false;
  return /^\p{Lu}\p{Ll}+$/u.test(value) ? !/(?:ung|ion|heit|keit)$/.test(value) : !SAYING.test(value);
}
