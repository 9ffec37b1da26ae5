import { describe, expect, it } from '@jest/globals';
import { passesLuhn } from './luhn.js';
import { passesMod11Mod10 } from './mod-11-10.js';
import { VAT_CHECKS } from './vat-check-digits.js';

/** Every number that differs from a right one in one digit. */
const slipsOf = (digits: string) =>
  [...digits].flatMap((digit, place) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => digits.slice(0, place) + other + digits.slice(place + 1)),
  );

describe('check digits', () => {
  it.each(['79927398713', '4111112233004515', '371449635398431'])(
    'Luhn passes %s and no slip of it',
    (digits) => {
      expect(passesLuhn(digits)).toBe(true);
      expect(slipsOf(digits).filter(passesLuhn)).toEqual([]);
    },
  );

  it.each(['136695976', '75820461950', '48301627946'])('MOD 11,10 passes %s and no slip of it', (digits) => {
    expect(passesMod11Mod10(digits)).toBe(true);
    expect(slipsOf(digits).filter(passesMod11Mod10)).toEqual([]);
  });

  it.each([
    ['DE', '136695976', '136695977'],
    ['AT', 'U12345675', 'U12345676'],
    ['CHE', '123456788', '123456789'],
    ['BE', '0776091951', '0776091952'],
    ['DK', '88146328', '88146327'],
    ['FR', '40303265045', '41303265045'],
    ['IT', '00743110157', '00743110158'],
    ['LU', '15027442', '15027443'],
    ['NL', '004495445B01', '004495446B01'],
    ['PL', '8567346215', '8567346216'],
  ])('%s: %s passes, %s does not', (country, right, wrong) => {
    expect(VAT_CHECKS[country]!(right)).toBe(true);
    expect(VAT_CHECKS[country]!(wrong)).toBe(false);
  });
});
