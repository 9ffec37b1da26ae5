import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NO_RULE, printContract, type Contract } from '@kundig/api';
import { createTestDatabase, type TestDatabase } from '@kundig/test-kit';
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql';

jest.setTimeout(120_000);

const committed = (file: string) => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');

let database: TestDatabase;
let running: Contract;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  running = await printContract(database.url);
  schema = buildSchema(running.schema);
});
afterAll(() => database?.drop());

describe('the contract of both sides', () => {
  it('is committed as the code has it: run `npm run schema` and commit what it prints', () => {
    expect(committed('libs/api-contract/schema.graphql')).toBe(running.schema);
    expect(JSON.parse(committed('libs/api-contract/access.json'))).toEqual(running.access);
  });

  it('has a rule for every root field', () => {
    expect(Object.keys(running.access).filter((field) => running.access[field] === NO_RULE)).toEqual([]);
  });

  it('lets every mutation answer with a path or with what to mend, so that plain forms work', () => {
    const mutations = Object.values(schema.getMutationType()!.getFields());
    const union = (name: string) =>
      validate(
        schema,
        parse(`fragment F on ${name} { ... on UserError { message field } ... on MutationSuccess { path } }`),
        undefined,
      );
    for (const { name, type } of mutations) {
      const result = String(type).replaceAll(/[!\[\]]/g, '');
      const errors = union(result).filter(({ message }) => !message.includes('never used'));
      expect({ name, errors: errors.map(({ message }) => message) }).toEqual({ name, errors: [] });
    }
  });

  it('has an answer to every document of our pages', () => {
    const documents = JSON.parse(committed('dist/web/persisted-documents.json')) as Record<string, string>;
    expect(Object.keys(documents).length).toBeGreaterThan(20);
    for (const text of Object.values(documents))
      expect({ text, errors: validate(schema, parse(text)).map(({ message }) => message) }).toEqual({
        text,
        errors: [],
      });
  });

  it('tells nothing of accounts', () => {
    const forbidden =
      /^(mail|email|accountId|memberId|personaId|passwordHash|secret|sealed\w*|lookup|ip|address)$/;
    const told = Object.values(schema.getTypeMap()).flatMap((type) =>
      type.name.startsWith('__') || type.name.endsWith('Input') || !('getFields' in type)
        ? []
        : Object.keys(type.getFields())
            .filter((field) => forbidden.test(field))
            .map((field) => `${type.name}.${field}`),
    );
    expect(told).toEqual([
      'HelpPage.address', // of a page of the operator's, on another site
      'HelpSource.address', // of a sitemap or feed, to administrators
      'Invitation.mail', // of nobody's account yet, to whoever holds the link that was sent there
      'MemberFile.mail', // for ten minutes, to the administrator who gave a reason, which is in the audit log
      'OpenInvitation.mail', // as administrators wrote it; gone with its acceptance
      'PersonalLink.mail', // as the administrator has just written it, and only in the answer to that
      'RevealedPerson.mail', // once, to the custodian who approved it, and only in the answer to that
      'SecondFactorSetup.secret', // one's own, until its first code puts it in force
      'UnreachedGuest.mail', // of nobody's account yet, to administrators, without a word of the question, and never of one that is anonymous
      'UnreachedNewcomer.mail', // of nobody's account yet, to administrators, without the nickname
    ]);
  });
});
