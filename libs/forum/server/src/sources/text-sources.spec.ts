import { describe, expect, it } from '@jest/globals';
import { licenceUrl } from './text-sources.js';

describe('the address of a licence', () => {
  it.each([
    ['CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
    ['CC BY 3.0', 'https://creativecommons.org/licenses/by/3.0/'],
    ['Alle Rechte vorbehalten', null],
    ['CC BY-SA 4.0"><script>', null],
  ])('of %j is %j', (licence, address) => {
    expect(licenceUrl(licence)).toBe(address);
  });
});
