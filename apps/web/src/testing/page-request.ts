import path from 'node:path';
import type { PageRequest } from '../entry-server.js';
import { demoValues } from './demo-values.js';
import { mockExecute } from './mock-execute.js';

/** The schema that answers are made from. */
export const schemaFile = path.resolve(import.meta.dirname, '../../../../libs/api-contract/schema.graphql');

/** What a visitor asks a test community for, in German. */
export const request = (address: string, more: Partial<PageRequest> = {}): PageRequest => ({
  path: address,
  locale: 'de',
  execute: mockExecute(schemaFile, demoValues),
  viewer: 'visitor',
  site: { name: 'Testgemeinde', baseUrl: 'https://forum.example', timeZone: 'Europe/Berlin' },
  assets: {},
  ...more,
});
/** What is different for a member. */
export const signedIn: Partial<PageRequest> = { viewer: 'signed-in', nonce: 'n0nce', formToken: 't0ken' };

/** What a page tells search engines in JSON-LD. */
export const jsonLdOf = (html: string) => {
  const [, text] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(text ?? '{}') as { '@context'?: string; '@graph'?: { '@type': string }[] };
};

/** The page without its head and without the data that travels with it. */
export const bodyOf = (html: string) =>
  html.slice(html.indexOf('<body>'), html.indexOf('<script type="application/json"'));

/** What a reader sees. */
export const textOf = (html: string) =>
  bodyOf(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
