import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Type } from '@nestjs/common';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { Test, type TestingModule } from '@nestjs/testing';
import { connect, DomainsModule } from '@kundig/composition/server';
import { ReleaseArticleService, SaveArticleService, type DeskArticle } from '@kundig/blog/server';
import {
  BoardRepository,
  CreateBoardService,
  ReplyService,
  StartThreadService,
  type StartThread,
  type Board,
  type CreateBoard,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { Actors, GroupRepository } from '@kundig/groups/server';
import { Passwords } from '@kundig/identity/server';
import {
  Actor,
  Clock,
  Environment,
  KeyRing,
  RequestContext,
  rolesWith,
  Worker,
  type Locale,
  type Role,
} from '@kundig/platform/server';
import { MemberDesk } from '@kundig/pseudonyms/server';
import { createTestDatabase } from '@kundig/test-kit';
import { graphql } from 'graphql';
import { DataSource } from 'typeorm';
import { FakeClock } from './fake-clock.js';
import { registerMember } from './members.js';
import { RememberedPasswords } from './remembered-passwords.js';

/** A member of a test: what its services need to act as it. */
export interface TestMember {
  readonly memberId: string;
  readonly nickname: string;
  readonly mail: string;
}

/** All domains on a database of the test's own, with a clock that obeys. */
export class TestCommunity {
  private constructor(
    private readonly module: TestingModule,
    readonly clock: FakeClock,
    readonly environment: Environment,
    /** Connection of the owner, for looking at what no role may see together. */
    readonly owner: DataSource,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param variables of the environment that differ from the defaults of tests */
  static async start(variables: Record<string, string> = {}): Promise<TestCommunity> {
    const { url, drop } = await createTestDatabase();
    const keysDir = process.env.KEYS_DIR!;
    const environment = {
      KEYS_DIR: keysDir,
      DATA_DIR: join(keysDir, '..', 'uploads'), // goes with the run
      DATABASE_URL: url,
      ...variables,
    };
    return TestCommunity.open(environment, new FakeClock(), drop);
  }

  /**
   * The domains on the database of a product that runs, to give it boards and members; its clock stands at now, and jobs
   * are left to the product.
   * @param product its `DATABASE_URL`, `KEYS_DIR` and `BASE_URL`
   */
  static beside(product: Record<'DATABASE_URL' | 'KEYS_DIR' | 'BASE_URL', string>): Promise<TestCommunity> {
    const generous = { LIMIT_FACTOR: '10000', ...product }; // as the product itself is started for tests
    return TestCommunity.open(generous, new FakeClock(new Date()), () => Promise.resolve());
  }

  private static async open(
    variables: Record<string, string | undefined>,
    clock: FakeClock,
    drop: () => Promise<void>,
  ): Promise<TestCommunity> {
    const environment = Environment.read({
      DATABASE_POOL: '10',
      EMBEDDED_WORKER: 'off',
      BASE_URL: 'http://community.test',
      ...variables,
    });
    const keys = KeyRing.open(environment.keysDir);
    const url = environment.get('DATABASE_URL')!;
    const connections = await connect(environment, keys, url);
    const module = await Test.createTestingModule({
      imports: [
        DomainsModule.forRoot(environment, keys, connections),
        GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true }),
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .overrideProvider(Passwords)
      .useClass(RememberedPasswords)
      .compile();
    await module.init();
    module.get(Worker).register();
    const owner = await new DataSource({ type: 'postgres', url }).initialize();
    return new TestCommunity(module, clock, environment, owner, drop);
  }

  /** @returns a provider of any domain */
  get<T>(type: abstract new (...parameters: never[]) => T): T {
    return this.module.get(type as unknown as Type<T>, { strict: false });
  }

  /**
   * Runs an operation with the real guards, resolvers and error filter, without HTTP.
   * @returns its data
   * @throws AggregateError of the GraphQL errors, when there are any
   */
  async ask<Data>(
    ctx: RequestContext,
    source: string,
    variableValues: Record<string, unknown> = {},
  ): Promise<Data> {
    const { schema } = this.module.get(GraphQLSchemaHost, { strict: false });
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { kundig: ctx } });
    if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '));
    return data as Data;
  }

  async close(): Promise<void> {
    await this.owner.destroy();
    await this.module.close();
    await this.drop();
  }

  visitor(locale: Locale = 'de'): RequestContext {
    return RequestContext.for({ actor: Actor.visitor, locale });
  }

  /** A fresh request of a member, with the rights it has now. */
  async as(member: TestMember, locale: Locale = 'de'): Promise<RequestContext> {
    return RequestContext.for({ actor: await this.get(Actors).of(member.memberId), locale });
  }

  /** A confirmed account, made as people make theirs. */
  member(nickname = `Gast${randomUUID().slice(0, 8)}`): Promise<TestMember> {
    return registerMember(this, nickname);
  }

  /** A member with a role, for the whole community or one board, who speaks under the nickname as real name. */
  async withRole(role: Role, board?: Board): Promise<TestMember> {
    const member = await this.member();
    await this.appoint(member, role, board);
    return member;
  }

  /** Gives somebody a role, and who speaks for the operator by it the nickname as published real name. */
  async appoint(member: TestMember, role: Role, board?: Board): Promise<void> {
    await this.grant(member, role, board);
    if (!rolesWith('pseudonyms:speak-as-staff').has(role)) return;
    const profile = { realName: member.nickname, roleDe: 'Kundenservice', roleEn: 'Customer service' };
    await this.get(MemberDesk).publish(RequestContext.system(), member.memberId, profile);
  }

  /** Gives somebody a role and no name. */
  async grant({ memberId }: TestMember, role: Role, board?: Board): Promise<void> {
    const system = RequestContext.system();
    await this.get(GroupRepository).grant(system, memberId, role, board?.id ?? null, this.clock.now());
  }

  board(board: Partial<CreateBoard> = {}): Promise<Board> {
    const slug = board.slug ?? `board-${randomUUID().slice(0, 8)}`;
    return this.get(CreateBoardService).execute(RequestContext.system(), {
      slug,
      parentId: null,
      rank: 1,
      nameDe: slug,
      nameEn: slug,
      descriptionDe: 'Ein Bereich',
      descriptionEn: 'A board',
      visibility: 'public',
      groupId: null,
      announced: false,
      posting: 'members',
      ...board,
    });
  }

  /** A closed group with members, and its board. */
  async groupBoard(members: readonly TestMember[], announced: boolean): Promise<Board> {
    const groups = this.get(GroupRepository);
    const slug = `group-${randomUUID().slice(0, 8)}`;
    const system = RequestContext.system();
    const groupId = await groups.save(
      system,
      { id: randomUUID(), slug, nameDe: slug, nameEn: slug },
      this.clock.now(),
    );
    for (const { memberId } of members) await groups.addMember(system, groupId, memberId, this.clock.now());
    return this.board({ visibility: 'group', groupId, announced });
  }

  /** A question, or with `kind` a discussion, begun by the member in the board. */
  async question(
    asker: TestMember,
    board: Board,
    more: {
      kind?: StartThread['kind'];
      anonymous?: boolean;
      title?: string;
      body?: string;
      tags?: string[];
      unindexed?: boolean;
    } = {},
  ): Promise<Thread> {
    return this.get(StartThreadService).execute(await this.as(asker), {
      boardId: board.publicId,
      kind: more.kind ?? 'question',
      title: more.title ?? 'Warum klingelt das Telefon nach dem Umzug nicht mehr?',
      body: more.body ?? 'Seit dem Umzug der Anlage klingelt es nur noch in der Zentrale.',
      tags: more.tags ?? [],
      anonymous: more.anonymous ?? false,
      unindexed: more.unindexed,
      clientKey: randomUUID(),
    });
  }

  async reply(
    author: TestMember,
    thread: Thread,
    more: { anonymous?: boolean; body?: string } = {},
  ): Promise<Post> {
    const { post } = await this.get(ReplyService).execute(await this.as(author), {
      threadId: thread.publicId,
      body: more.body ?? 'Die Rufgruppe zeigt noch auf den alten Standort.',
      anonymous: more.anonymous ?? null,
      clientKey: randomUUID(),
    });
    return post;
  }

  /** An article in force, of which somebody has released the only version; without another person, its author. */
  async article(author: TestMember, releasedBy = author): Promise<DeskArticle> {
    const article = await this.get(SaveArticleService).execute(await this.as(author), {
      title: 'Ein Artikel zum Besprechen',
      teaser: 'Dieser Artikel ist da, damit jemand etwas dazu sagt.',
      body: 'Der Text ist lang genug, dass er als Artikel angenommen wird, und nicht länger.',
      ...{ picture: null, tags: [], lang: 'de', submit: true, clientKey: randomUUID() },
    });
    await this.get(ReleaseArticleService).execute(await this.as(releasedBy), {
      ...{ articleId: article.publicId, revision: 1 },
    });
    return article;
  }

  /** Boards as a context sees them, for tests of what is visible. */
  async knownBoards(ctx: RequestContext): Promise<string[]> {
    return (await this.get(BoardRepository).known(ctx)).map(({ board }) => board.slug);
  }

  /** Every row of the named tables, to prove that a refusal changed nothing. */
  async snapshotOf(...tables: string[]): Promise<Record<string, unknown[]>> {
    const rows = await Promise.all(
      tables.map((table) => this.owner.query<unknown[]>(`SELECT * FROM ${table} AS t ORDER BY t::text`)),
    );
    return Object.fromEntries(tables.map((table, index) => [table, rows[index]!]));
  }

  /** Runs the jobs that are due by the clock, until none is left. @returns names of the tasks that ran */
  async runJobs(): Promise<string[]> {
    const ran: string[] = [];
    const worker = this.get(Worker);
    for (const side of ['app', 'identity'] as const) {
      for (let round = 0; round < 50; round += 1) {
        const jobs = await this.owner.query<{ id: string; task: string; payload: Record<string, unknown> }[]>(
          `SELECT j.id, t.identifier AS task, j.payload FROM jobs_${side}._private_jobs j
           JOIN jobs_${side}._private_tasks t ON t.id = j.task_id WHERE j.run_at <= greatest(now(), $1) ORDER BY j.run_at, j.id`,
          [this.clock.now()],
        );
        if (jobs.length === 0) break;
        for (const { id, task, payload } of jobs) {
          await worker.perform(side, task, payload);
          await this.owner.query(`DELETE FROM jobs_${side}._private_jobs WHERE id = $1`, [id]);
          ran.push(task);
        }
      }
    }
    return ran;
  }
}
