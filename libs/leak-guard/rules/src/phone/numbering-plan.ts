import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Countries whose numbers are written without their code, the likeliest first. */
export const HOME_COUNTRIES = ['DE', 'AT', 'CH'] as const;
type Country = (typeof HOME_COUNTRIES)[number];

/** Area codes and mobile codes as they begin after the 0 (BNetzA, numbering plan for Germany; RTR; BAKOM). */
const NATIONAL_BEGINNINGS: Readonly<Record<Country, RegExp>> = {
  DE: /^0(?:[2-9]|1[5-7])/,
  AT: /^0(?:1[2-9]|[2-7])/,
  CH: /^0[2-9]/,
};
/** Digits with the 0: shortest and longest numbers in use, extensions included. */
const NATIONAL_LENGTHS: Readonly<Record<Country, readonly [number, number]>> = {
  DE: [8, 15],
  AT: [7, 14],
  CH: [10, 10],
};
/** Codes of countries, and those of services in many of them (ITU-T E.164, annex: 800, 808, 870, 878 and 88x, 979). */
const COUNTRY_CODES: ReadonlySet<string> = new Set([
  ...getCountries().map((country) => getCountryCallingCode(country)),
  ...['800', '808', '870', '878', '881', '882', '883', '888', '979'],
]);
/** Digits of a number of North America with its 1, by which alone twenty-five countries are told apart. */
const NORTH_AMERICAN_LENGTH = 11;
/** Free, shared-cost and premium numbers (BNetzA, numbering plans 0800, 0180, 0900, 0137, and those with three to six digits, 11x, 116xyz and 118xy): they belong to no person. */
const SERVICE = /^0(?:800|180[1-7]|900|137|138)|^11(?:[0-9]|6[0-9]{3}|8[0-9]{2,3})$/;

/** Whether a national number could begin with these digits; told much faster than whether it is one. */
export const mayBeNational = (digits: string): boolean => /^0[1-9]/.test(digits);

/** Whether digits begin with the code of a country; told much faster than whether they are one of its numbers. */
const mayBeInternational = (digits: string): boolean =>
  digits.startsWith('1')
    ? digits.length === NORTH_AMERICAN_LENGTH
    : [1, 2, 3].some((length) => COUNTRY_CODES.has(digits.slice(0, length)));

/**
 * The international form of a national number.
 * @param digits with the leading 0
 * @returns such as `+49301234567`, or null when no home country has such numbers
 */
export function nationalNumber(digits: string): string | null {
  for (const country of HOME_COUNTRIES) {
    const [shortest, longest] = NATIONAL_LENGTHS[country];
    if (digits.length < shortest || digits.length > longest || !NATIONAL_BEGINNINGS[country].test(digits))
      continue;
    const number = parsePhoneNumberFromString(digits, country);
    if (number?.isValid()) return number.number;
  }
  return null;
}

/**
 * The international form of a number with a country code.
 * @param digits from the country code on
 * @param isSure whether a plus before it says that it is a telephone number; otherwise it must fit the country's plan
 * @returns null when no country has numbers of that length
 */
export function internationalNumber(digits: string, isSure: boolean): string | null {
  if (!/^[1-9][0-9]{6}/.test(digits) || !mayBeInternational(digits)) return null;
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (!number || !(isSure ? number.isPossible() : number.isValid())) return null;
  return number.number;
}

/** Whether a number belongs to a service for everybody. */
export const isServiceNumber = (digits: string): boolean => SERVICE.test(digits);

/** A number of North America, as it is written there: three, three and four digits. */
export function northAmericanNumber(digits: string): string | null {
  const number = parsePhoneNumberFromString(digits, 'US');
  return number?.isValid() ? number.number : null;
}

/**
 * The international form of a number in any spelling, for comparison.
 * @returns digits alone when it is none
 */
export function comparable(spelled: string): string {
  const digits = spelled.replace(/\(0\)/g, '').replace(/[^0-9+]/g, '');
  if (digits.startsWith('+')) return parsePhoneNumberFromString(digits)?.number ?? digits;
  if (digits.startsWith('00')) return parsePhoneNumberFromString(`+${digits.slice(2)}`)?.number ?? digits;
  return nationalNumber(digits) ?? digits;
}
