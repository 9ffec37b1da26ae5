/**
 * Whether the last digit is the check digit of the others by Luhn's formula (ISO/IEC 7812-1, annex B): every second
 * digit from the right is doubled, and the sum of all digits is a multiple of ten.
 * @param digits digits only
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
