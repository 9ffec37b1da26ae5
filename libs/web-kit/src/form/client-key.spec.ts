import { describe, expect, it } from '@jest/globals';
import { clientKeyOf, newClientKey } from './client-key.js';

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('client keys', () => {
  it('are UUIDs of version 4', () => {
    for (let count = 0; count < 50; count++) expect(newClientKey()).toMatch(UUID4);
  });

  it('differ between the forms of a page, and are the same again for the same form', () => {
    const page = newClientKey();
    const keys = Array.from({ length: 500 }, (_, index) => clientKeyOf(page, `_R_${index}_`));
    expect(new Set(keys).size).toBe(500);
    expect(keys[7]).toBe(clientKeyOf(page, '_R_7_'));
    for (const key of keys) expect(key).toMatch(UUID4);
  });

  it('differ between two renderings of a page', () => {
    expect(clientKeyOf(newClientKey(), 'a')).not.toBe(clientKeyOf(newClientKey(), 'a'));
  });
});
