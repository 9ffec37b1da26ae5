/**
 * Whether the last digit is the check digit of the others by ISO/IEC 7064, MOD 11,10: German tax identification
 * numbers and VAT numbers are made this way.
 * @param digits digits only
 */
export function passesMod11Mod10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}
