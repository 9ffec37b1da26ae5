import { passesLuhn } from './luhn.js';
import { passesMod11Mod10 } from './mod-11-10.js';

const sumOf = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);

/** Remainder of a division by 97 of a number of any length. */
const mod97 = (digits: string) => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

/** Austria: digits doubled in every second place, their own digits summed, 4 added (Federal Ministry of Finance, U7). */
function passesAustrian(digits: string): boolean {
  const sum = [...digits.slice(0, 7)].reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + Math.floor(weighed / 10) + (weighed % 10);
  }, 4);
  return (10 - (sum % 10)) % 10 === Number(digits[7]);
}

/** Weighed sum whose rest of a division by 11 is the check digit, or takes it to 11; 10 is never given out. */
const passesMod11 = (digits: string, weights: readonly number[], complement: boolean) => {
  const rest = sumOf(digits, weights) % 11;
  return (complement ? (11 - rest) % 11 : rest) === Number(digits.at(-1));
};

/**
 * Check digits of VAT numbers by country, on what follows the letters of the country (European Commission, VIES:
 * algorithms of the member states; eCH-0097 for Switzerland). Countries that are missing are known by their shape alone.
 */
export const VAT_CHECKS: Readonly<Record<string, (number: string) => boolean>> = {
  DE: passesMod11Mod10,
  AT: (number) => passesAustrian(number.slice(1)),
  CHE: (number) => passesMod11(number.slice(0, 9), [5, 4, 3, 2, 7, 6, 5, 4], true),
  BE: (number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)),
  DK: (number) => sumOf(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  FR: (number) =>
    /^[0-9]{11}$/.test(number) && (12 + 3 * mod97(number.slice(2))) % 97 === Number(number.slice(0, 2)),
  IT: passesLuhn,
  LU: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)),
  NL: (number) => passesMod11(number.slice(0, 9), [9, 8, 7, 6, 5, 4, 3, 2], false),
  PL: (number) => passesMod11(number, [6, 5, 7, 2, 3, 4, 5, 6, 7], false),
};
