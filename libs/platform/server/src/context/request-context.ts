import { ANYBODY, type Author } from '@kundig/leak-guard/rules';
import type { EntityManager } from 'typeorm';
import type { CacheTag } from '../cache/invalidation.js';
import type { Database } from '../database/database.js';
import { Actor } from './actor.js';

export const LOCALES = ['de', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What a request may do to its own session; only the HTTP road has one. */
export interface SessionDoor {
  /**
   * Binds the session to an account under a new session id.
   * @param factorProvedAt when the second factor was proven, too; for the account of the session it goes on being as old
   *   as it is
   */
  signIn(accountId: string, factorProvedAt?: Date): Promise<void>;
  signOut(): Promise<void>;
}

/**
 * What this browser has answered already, kept in the browser itself: ids of things, never an id of the browser, so that
 * it tells nobody apart. Only the HTTP road has one.
 */
export interface BrowserMarks {
  /** @param id public id of a thing */
  hasMark(id: string): boolean;
  addMark(id: string): void;
}

/** How this browser wants pages shown, kept in the browser itself. Only the HTTP road has one. */
export interface BrowserChoices {
  /** @param hidden whether the reader wants to see no status beside names */
  hideStatus(hidden: boolean): void;
}

/** Why and how long somebody may read but not write. */
export interface Suspension {
  /** As whoever decided it wrote it down, for the suspended. */
  readonly reason: string;
  /** Null until it is lifted. */
  readonly endsAt: Date | null;
}

/** What the caller has besides a password. */
export interface SecondFactor {
  /** Whether signing in asks for it. */
  readonly on: boolean;
  /** The operator demands one of whoever holds an office; without it the office rests, and who holds it writes nothing. */
  readonly owed: boolean;
  /** When it was proven last in this session. */
  readonly provedAt: Date | null;
}

const NO_SECOND_FACTOR: SecondFactor = { on: false, owed: false, provedAt: null };

export interface RequestContextOptions {
  actor: Actor;
  locale: Locale;
  /** Random, for logs and error reports; tells nothing about the person. */
  requestId?: string;
  session?: SessionDoor;
  browser?: BrowserMarks;
  choices?: BrowserChoices;
  /** The reader wants to see no status beside names. */
  statusHidden?: boolean;
  /** Keyed address of the caller for limits; absent for jobs. */
  clientAddress?: string;
  /** Whether new versions of the operator's texts wait for the caller to accept them. */
  textsWaiting?: boolean;
  /** What keeps the caller from writing. */
  suspension?: Suspension | null;
  /** Whether the caller's account is young, see `NEWCOMER`. */
  youngAccount?: boolean;
  secondFactor?: SecondFactor;
  /** What the caller's account says of them, for looking at what they write; nobody else is to learn it. */
  ownTraces?: () => Author;
  /** A moderator lets through what the actor wrote before: neither limits nor suspensions of the actor hold it up. */
  released?: boolean;
}

/** First argument of every service: who acts, in which language, in which transaction. One per request or job. */
export class RequestContext {
  /** What was made inside the transaction of this context and asks with its connection. */
  private readonly opened = new Map<unknown, unknown>();
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly session: SessionDoor | undefined;
  readonly browser: BrowserMarks | undefined;
  readonly choices: BrowserChoices | undefined;
  readonly statusHidden: boolean;
  readonly clientAddress: string | undefined;
  readonly textsWaiting: boolean;
  readonly suspension: Suspension | null;
  readonly youngAccount: boolean;
  readonly secondFactor: SecondFactor;
  /** A function, so that nothing that prints a context tells it. */
  readonly ownTraces: () => Author;
  readonly released: boolean;

  private constructor(
    options: RequestContextOptions,
    /** Batching loaders and memos of this request, by owner. */
    readonly memory: Map<unknown, unknown>,
    private readonly managers: ReadonlyMap<Database, EntityManager>,
    /** What the answer shows, as resolvers note it: a cached page is dropped when any of it changes. */
    readonly shown: Set<CacheTag>,
  ) {
    this.actor = options.actor;
    this.locale = options.locale;
    this.requestId = options.requestId ?? '-';
    this.session = options.session;
    this.browser = options.browser;
    this.choices = options.choices;
    this.statusHidden = options.statusHidden ?? false;
    this.clientAddress = options.clientAddress;
    this.textsWaiting = options.textsWaiting ?? false;
    this.suspension = options.suspension ?? null;
    this.youngAccount = options.youngAccount ?? false;
    this.secondFactor = options.secondFactor ?? NO_SECOND_FACTOR;
    this.ownTraces = options.ownTraces ?? (() => ANYBODY);
    this.released = options.released ?? false;
  }

  static for(options: RequestContextOptions): RequestContext {
    return new RequestContext(options, new Map(), new Map(), new Set());
  }

  /** Context of jobs and commands. */
  static system(locale: Locale = 'de'): RequestContext {
    return RequestContext.for({ actor: Actor.system, locale });
  }

  /** @returns the manager of a transaction that is open on `database`, if there is one */
  managerOf(database: Database): EntityManager | undefined {
    return this.managers.get(database);
  }

  /** @returns the same request inside a transaction of `database` */
  within(database: Database, manager: EntityManager): RequestContext {
    return new RequestContext(
      this,
      this.memory,
      new Map([...this.managers, [database, manager]]),
      this.shown,
    );
  }

  /** @returns the value kept for `owner`, made on first use */
  remember<T>(owner: unknown, make: () => T): T {
    if (!this.memory.has(owner)) this.memory.set(owner, make());
    return this.memory.get(owner) as T;
  }

  /**
   * Like `remember`, for what asks the database by itself later on, such as a loader: one that was made inside a transaction
   * ends with it, since its connection does.
   */
  rememberOpen<T>(owner: unknown, make: () => T): T {
    const memory = this.managers.size === 0 || this.memory.has(owner) ? this.memory : this.opened;
    if (!memory.has(owner)) memory.set(owner, make());
    return memory.get(owner) as T;
  }
}
