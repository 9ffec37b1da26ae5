import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { GraphQLSchemaHost, Query, Resolver } from '@nestjs/graphql';
import { Test, type TestingModule } from '@nestjs/testing';
import { accessOfFields, accessOfRoutes, NO_RULE, SchemaModule } from '@kundig/api';
import { connect } from '@kundig/composition/server';
import {
  AccessGuard,
  Actor,
  admits,
  Features,
  KeyRing,
  RequestContext,
  type AccessRule,
  type Permission,
} from '@kundig/platform/server';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { graphql } from 'graphql';
import { Browser, type Answer } from '../support/browser.js';
import { fillWithCast, outsiders, outsidersOf, ROLES, type Cast, type RoleName } from '../support/cast.js';
import { canonical } from '../support/canonical.js';
import { TestCommunity } from '../support/community.js';
import { differenceOf } from '../support/difference.js';
import { fingerprintOf, tablesChanged } from '../support/fingerprint.js';
import { outcomeOf, rootFieldsOf, unknownId, type Ids, type RootField } from '../support/operations.js';
import { inParallel } from '../support/in-parallel.js';
import { sized } from '../support/security-size.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(600_000);

const contract = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../libs/api-contract/access.json'), 'utf8'),
) as Record<string, string>;

let community: TestCommunity;
let web: WebProcess;
let cast: Cast;
let fields: RootField[];
let fingerprint: () => Promise<string>;
beforeAll(async () => {
  community = await TestCommunity.start({ LIMIT_FACTOR: '10000' }); // in its full size one person writes much
  web = await WebProcess.start(community);
  cast = await fillWithCast(community, web, sized(7, 40));
  fields = rootFieldsOf(web.get(GraphQLSchemaHost).schema);
  fingerprint = await fingerprintOf(community);
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

const call = async (role: RoleName, field: RootField, ids: Ids) =>
  cast.browsers[role].operation({ query: field.document, variables: field.variables(ids) });

/** Who a role is to the guard; only the grants matter here. */
async function actorOf(role: RoleName): Promise<Actor> {
  if (role === 'visitor' || role === 'unconfirmed') return Actor.visitor;
  return (await community.as(cast.people[role])).actor;
}

function ruleNamed(name: string): AccessRule {
  if (name === 'public' || name === 'member') return { kind: name };
  if (name === 'member even suspended') return { kind: 'member', evenSuspended: true };
  return { kind: 'permission', permission: name as Permission };
}

describe('the rule of every root field (V8.1.2, V8.2.1)', () => {
  it('exists and is the committed one', () => {
    const running = accessOfFields(web.application, web.get(GraphQLSchemaHost).schema);
    expect(Object.entries(running).filter(([, rule]) => rule === NO_RULE)).toEqual([]);
    expect(running).toEqual(contract);
  });

  it('exists on every HTTP route, too, and there is no route nobody knows of', () => {
    const rules = accessOfRoutes(web.application);
    expect(Object.entries(rules).filter(([, rule]) => rule === NO_RULE)).toEqual([]);
    expect(rules).toEqual({
      'BeaconsController.opened': 'public',
      'BeaconsController.solved': 'public', // counts without anybody
      'BeaconsController.view': 'public',
      'BlogFeedsController.feed': 'public',
      'BlogFeedsController.tagFeed': 'public',
      'FaqExportController.download': 'public',
      'FilesController.smaller': 'public', // what the file hangs on decides
      'FilesController.upload': 'member',
      'FilesController.whole': 'public', // what the file hangs on decides
      'ForumFeedsController.board': 'public', // read as a visitor, whoever asks
      'ForumFeedsController.tag': 'public', // read as a visitor, whoever asks
      'HealthController.live': 'public',
      'HealthController.ready': 'public',
      'IconsController.icon': 'public',
      'IconsController.manifest': 'public',
      'FormsController.submit': 'public', // each mutation's own rule decides
      'OwnDataController.download': 'member even suspended',
      'PagesController.page': 'public', // each query's own rule decides
      'SearchEnginesController.index': 'public',
      'SearchEnginesController.openSearch': 'public',
      'SearchEnginesController.part': 'public',
      'SearchEnginesController.robots': 'public',
      'SharePicturesController.community': 'public',
      'SharePicturesController.page': 'public', // read as a visitor, whoever asks
      'StylesheetController.stylesheet': 'public',
      'UnsubscribeController.oneClick': 'public', // its token decides
    });
  });

  it('holds for every role, and who is refused has changed nothing (V8.3.1)', async () => {
    const wrong: string[] = [];
    let calls = 0;
    const outcomeFor = async (role: RoleName, field: RootField) => {
      const answer = await call(role, field, cast.secrets[0]!.ids);
      calls += 1;
      const outcome = outcomeOf(field.name, JSON.parse(answer.text));
      if (['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'].includes(outcome))
        wrong.push(`${role} ${field.name}: ${answer.text.slice(0, 200)}`);
      return outcome;
    };
    const walked = fields.filter(({ name }) => name !== 'signOut'); // ends the very session; see sign-in
    for (const role of ROLES) {
      const actor = await actorOf(role);
      const isAdmitted = ({ root, name }: RootField) =>
        admits(ruleNamed(contract[`${root}.${name}`]!), actor);
      const refusal = actor.isMember ? 'NotFoundError' : 'SignInRequiredError';
      let before = await fingerprint(); // what one refused call leaves is what the next one finds
      for (const field of walked.filter((one) => !isAdmitted(one))) {
        const outcome = await outcomeFor(role, field);
        if (outcome !== refusal) wrong.push(`${role} ${field.name}: ${outcome}`);
        const after = await fingerprint();
        const written = tablesChanged(before, after);
        if (written) wrong.push(`${role} ${field.name}: wrote ${written}`);
        before = after;
      }
      for (const field of walked.filter(isAdmitted)) await outcomeFor(role, field);
    }
    expect(wrong).toEqual([]);
    expect(calls).toBe(ROLES.length * walked.length);
    expect(walked.length).toBe(fields.length - 1);
  });
});

describe('what is hidden and what is not there', () => {
  it('answer the same bytes to everybody outside, for every field with an id, and write nothing', async () => {
    const named = Object.keys(cast.secrets[0]!.ids);
    const asked = fields.filter(({ idNames }) => idNames.some((name) => named.includes(name)));
    expect(new Set(asked.flatMap(({ idNames }) => idNames))).toEqual(new Set(named));
    const pairs = asked.flatMap((field) =>
      outsidersOf(field.idNames).flatMap((role) => cast.secrets.map(({ ids }) => ({ role, field, ids }))),
    );
    const before = await fingerprint();
    const differing = await inParallel(pairs, async ({ role, field, ids }) => {
      const nothing = Object.fromEntries(Object.keys(ids).map((name) => [name, unknownId(name)]));
      const variables = field.variables(ids);
      const hidden = await cast.browsers[role].operation({ query: field.document, variables });
      const unknown = await cast.browsers[role].operation({
        query: field.document,
        variables: replaceIds(variables, ids, nothing),
      });
      const same = hidden.text === unknown.text && hidden.status === unknown.status;
      return same ? [] : [`${role} ${field.name}: ${hidden.text} ≠ ${unknown.text}`];
    });
    expect(differing.flat()).toEqual([]);
    expect(pairs.length).toBeGreaterThanOrEqual(1000);
    expect(await fingerprint()).toBe(before);
  });

  it('are the same page, headers included, for everybody outside', async () => {
    const { thread, post } = cast.secrets[0]!;
    const paths = [
      [`/t/${thread.slug}/${thread.publicId}`, `/t/${thread.slug}/${unknownId('threadId')}`],
      [`/p/${post.publicId}`, `/p/${unknownId('postId')}`],
      [`/p/${post.publicId}/edit`, `/p/${unknownId('postId')}/edit`],
      [`/b/${cast.closed.slug}/${cast.closed.publicId}`, `/b/${cast.closed.slug}/${unknownId('boardId')}`],
    ] as const;
    for (const role of outsiders)
      for (const prefix of ['', '/en'])
        for (const [hidden, unknown] of paths) {
          const [one, other] = await Promise.all(
            [hidden, unknown].map((path) => cast.browsers[role].get(prefix + path)),
          );
          expect(differenceOf(shapeOf(one!, hidden), shapeOf(other!, unknown))).toBeNull();
        }
  });

  it('are told apart by who is inside', async () => {
    for (const role of ['groupMember', 'moderatorHere', 'administrator'] as const) {
      const { text } = await call(
        role,
        fields.find(({ name }) => name === 'thread')!,
        cast.secrets[0]!.ids,
      );
      expect(text).toContain(cast.secrets[0]!.thread.publicId); // the walk may have given it another title
    }
  });
});

/** Status, headers and text of a page as one text, without what is random in it and its own address. */
function shapeOf({ status, headers, text }: Answer, path: string): string {
  const { date: _date, 'content-length': _length, etag: _etag, ...rest } = headers;
  const id = path.split('/').find((part) => part.length === 12) ?? path;
  return canonical(`${status} ${JSON.stringify(rest)} ${text}`.replaceAll(id, '[id]'));
}

function replaceIds(variables: Record<string, unknown>, ids: Ids, others: Ids): Record<string, unknown> {
  const text = Object.entries(ids).reduce(
    (json, [name, id]) => json.replaceAll(JSON.stringify(id), JSON.stringify(others[name])),
    JSON.stringify(variables),
  );
  return JSON.parse(text) as Record<string, unknown>;
}

describe('a root field or route somebody forgot to mark', () => {
  @Resolver()
  class ForgottenResolver {
    @Query(() => String)
    forgotten(): string {
      return 'nobody may read this';
    }
  }

  @Controller('forgotten')
  class ForgottenController {
    @Get()
    read(): string {
      return 'nobody may read this';
    }
  }

  @Module({ providers: [ForgottenResolver], controllers: [ForgottenController] })
  class ForgottenModule {}

  let broken: TestingModule;
  beforeAll(async () => {
    const { environment } = community;
    const keys = KeyRing.open(environment.keysDir);
    const connections = await connect(environment, keys, environment.get('DATABASE_URL')!);
    broken = await Test.createTestingModule({
      imports: [SchemaModule.forRoot(environment, keys, connections), ForgottenModule],
    }).compile();
    await broken.init();
  });
  afterAll(() => broken?.close());

  it('is found by the walk', () => {
    const { schema } = broken.get(GraphQLSchemaHost, { strict: false });
    expect(accessOfFields(broken, schema)).toMatchObject({
      'Query.forgotten': NO_RULE,
      'Query.viewer': 'public',
    });
    expect(accessOfRoutes(broken)).toMatchObject({ 'ForgottenController.read': NO_RULE });
  });

  it('is refused at run time for everybody, the administrator included', async () => {
    const { schema } = broken.get(GraphQLSchemaHost, { strict: false });
    for (const kundig of [community.visitor(), await community.as(cast.people.administrator)]) {
      const { data, errors } = await graphql({ schema, source: '{ forgotten }', contextValue: { kundig } });
      expect(data).toBeNull();
      expect(errors).toHaveLength(1);
    }
    const guard = new AccessGuard(broken.get(Reflector), broken.get(Features, { strict: false }));
    const request = { kundig: RequestContext.system() };
    const context = new ExecutionContextHost(
      [request],
      ForgottenController,
      ForgottenController.prototype.read,
    );
    expect(() => guard.canActivate(context)).toThrow('ForgottenController.read has no access rule');
  });
});
