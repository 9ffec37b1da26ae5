import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '@kundig/api';
import { connect } from '@kundig/composition/server';
import { Clock, Environment, KeyRing } from '@kundig/platform/server';
import { Browser } from './browser.js';
import type { TestCommunity, TestMember } from './community.js';
import { TEST_PASSWORD } from './members.js';

/**
 * A web process as it runs in production, on a free port, over the database of a test community: the community makes
 * people and threads through the services, the process is what tests attack. Needs the built `apps/web`.
 */
export class WebProcess {
  private readonly signedIn = new Map<string, Browser>();

  private constructor(
    private readonly app: NestExpressApplication,
    readonly origin: string,
  ) {}

  /** @param variables of the environment that differ from the community's; any GraphQL document is answered by default */
  static async start(community: TestCommunity, variables: Record<string, string> = {}): Promise<WebProcess> {
    const { environment: theirs } = community;
    const environment = Environment.read({
      KEYS_DIR: theirs.keysDir,
      DATA_DIR: theirs.dataDir,
      DATABASE_URL: theirs.get('DATABASE_URL'),
      DATABASE_POOL: '10',
      EMBEDDED_WORKER: 'off',
      BASE_URL: theirs.baseUrl,
      GRAPHQL_DOCUMENTS: 'any',
      LIMIT_FACTOR: '10000',
      LOG_LEVEL: 'error',
      ...variables,
    });
    const keys = KeyRing.open(environment.keysDir);
    const connections = await connect(environment, keys, environment.get('DATABASE_URL')!);
    const app = await createApi(environment, keys, connections);
    // One time for both, so that what the process writes fits to what the community wrote.
    Object.assign(app.get(Clock, { strict: false }), { now: () => community.clock.now() });
    await app.listen(0, '127.0.0.1');
    app.getHttpServer().keepAliveTimeout = 60_000; // tests that think between two requests keep their connection
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new WebProcess(app, `http://127.0.0.1:${port}`);
  }

  /** @returns a provider of the running process */
  get<T>(type: abstract new (...parameters: never[]) => T): T {
    return this.app.get(type as unknown as Type<T>, { strict: false });
  }

  /** The Nest application, for reading its routes and marks. */
  get application(): NestExpressApplication {
    return this.app;
  }

  /** A browser nobody has signed in with. @param always headers of every request */
  visitor(always: Record<string, string> = {}): Browser {
    return new Browser(this.origin, always);
  }

  /** A browser in which the member has signed in over HTTP; the same one each time. */
  async as(member: TestMember): Promise<Browser> {
    const known = this.signedIn.get(member.mail);
    if (known) return known;
    const browser = await this.fresh(member);
    this.signedIn.set(member.mail, browser);
    return browser;
  }

  /** Another browser in which the member has signed in. */
  async fresh(member: TestMember, always: Record<string, string> = {}): Promise<Browser> {
    const browser = this.visitor(always);
    const { status, text } = await browser.signIn(member.mail, TEST_PASSWORD);
    if (status !== 303)
      throw new Error(`sign-in of ${member.mail} answered ${status}: ${text.slice(0, 300)}`);
    return browser;
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}
