import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { PERSONAL_DATA } from '@kundig/platform/server';
import { TestCommunity } from '../support/community.js';
import { tablesOf } from '../support/fingerprint.js';

jest.setTimeout(120_000);

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community?.close());

/** Names of columns that hold a person, or what a person can be found by. */
const PERSON =
  /^((member|author|giver|taker|account|pseudonym|persona|reporter|moderator|editor|last_author|person|user|owner|receiver|actor)_id|\w+_by|mail|recipient|nickname|real_name|password_hash|client_address|ip)$/;

async function tablesWithPersons(): Promise<string[]> {
  const known = new Set(await tablesOf(community));
  const columns = await community.owner.query<{ name: string; column: string }[]>(
    `SELECT format('%s.%s', table_schema, table_name) AS name, column_name AS column FROM information_schema.columns`,
  );
  // graphile-worker's own tables hold jobs: ids of things, never of persons (`locked_by` is a worker).
  const ours = columns.filter(({ name }) => known.has(name) && !/^jobs_(app|identity)\./.test(name));
  return [...new Set(ours.filter(({ column }) => PERSON.test(column)).map(({ name }) => name))].sort();
}

function handledTables(): string[] {
  const providers = community.get(DiscoveryService).getProviders();
  return providers.flatMap(({ metatype }) => {
    const marked =
      typeof metatype === 'function' &&
      community.get(Reflector).get<{ tables: string[] } | undefined>(PERSONAL_DATA, metatype);
    return marked ? marked.tables : [];
  });
}

describe('personal data', () => {
  it('has a handler wherever a table holds persons', async () => {
    const handled = new Set(handledTables());
    expect((await tablesWithPersons()).filter((name) => !handled.has(name))).toEqual([]);
  });

  it('is handled only in tables that exist, by one handler each', async () => {
    const existing = new Set(await tablesOf(community));
    const handled = handledTables();
    expect(handled.filter((name) => !existing.has(name))).toEqual([]);
    expect(new Set(handled).size).toBe(handled.length);
    expect(handled.length).toBeGreaterThan(15);
  });

  it('is found in a table that somebody adds without a handler', async () => {
    await community.owner.query('CREATE TABLE forum.forgotten (id uuid, author_id uuid)');
    expect(await tablesWithPersons()).toContain('forum.forgotten');
    expect(handledTables()).not.toContain('forum.forgotten');
  });
});
