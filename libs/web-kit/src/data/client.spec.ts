import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { gql } from '@apollo/client';
import { createBrowserClient, type PageOrigin } from './client.js';

/** @returns headers with which an operation leaves a page */
async function headersFrom(page: PageOrigin): Promise<Headers> {
  const fetched = jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ data: { ok: true } }));
  await createBrowserClient(page).query({ query: gql`{ ok }` });
  return new Headers(fetched.mock.calls[0]![1]!.headers);
}

describe('the client of a page', () => {
  afterEach(() => void jest.restoreAllMocks());

  it.each(['de', 'en'] as const)('asks in the language of the page (%s)', async (locale) => {
    expect((await headersFrom({ locale })).get('x-kundig-locale')).toBe(locale);
  });

  it('proves by the token where it comes from, and sends none that it was not given', async () => {
    expect((await headersFrom({ locale: 'de', formToken: 'abc' })).get('x-kundig-form')).toBe('abc');
    jest.restoreAllMocks();
    expect((await headersFrom({ locale: 'de' })).has('x-kundig-form')).toBe(false);
  });
});
