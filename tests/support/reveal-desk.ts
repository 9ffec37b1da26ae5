import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Board, Thread } from '@kundig/forum/server';
import { IdentityPort } from '@kundig/identity/server';
import { AskForRevealService } from '@kundig/moderation/server';
import { RequestContext, Worker, type SecondFactor } from '@kundig/platform/server';
import { Reveals, type RevealReason, type RevealView } from '@kundig/pseudonyms/server';
import { TestCommunity, type TestMember } from './community.js';
import { keysForReveals } from './reveal-keys.js';

/** Where everything about reveals lies. */
export const REVEAL_TABLES = ['identity.reveal_request', 'identity.reveal_audit'];

/** A persona of a new member in a new thread. */
export interface Hidden {
  readonly author: TestMember;
  readonly thread: Thread;
  /** Public id of what it wrote. */
  readonly postId: string;
  readonly personaId: string;
}

/** The same with a request to learn who it is. */
export interface Asked extends Hidden {
  readonly id: string;
}

/** A community in which reveals are possible, with everybody they take. */
export class RevealDesk {
  private constructor(
    private readonly folder: string,
    readonly community: TestCommunity,
    readonly board: Board,
    readonly moderator: TestMember,
    readonly custodian: TestMember,
    readonly otherCustodian: TestMember,
    /** Holds both offices. */
    readonly both: TestMember,
  ) {}

  static async open(): Promise<RevealDesk> {
    const folder = keysForReveals();
    const community = await TestCommunity.start({ KEYS_DIR: folder, LIMIT_FACTOR: '10000' });
    const board = await community.board();
    const moderator = await community.withRole('moderator');
    const custodians = [
      await community.withRole('custodian'),
      await community.withRole('custodian'),
    ] as const;
    const both = await community.withRole('moderator');
    await community.grant(both, 'custodian');
    return new RevealDesk(folder, community, board, moderator, ...custodians, both);
  }

  async close(): Promise<void> {
    await this.community.close();
    rmSync(this.folder, { recursive: true });
  }

  /** A request of a member whose second factor was proven so many minutes ago; who has none at null. */
  async as(who: TestMember, minutesAgo: number | null = 0): Promise<RequestContext> {
    const { actor } = await this.community.as(who);
    const provedAt =
      minutesAgo === null ? null : new Date(this.community.clock.now().getTime() - minutesAgo * 60_000);
    const secondFactor: SecondFactor = { on: minutesAgo !== null, owed: false, provedAt };
    return RequestContext.for({ actor, locale: 'de', secondFactor });
  }

  async persona(): Promise<Hidden> {
    const author = await this.community.member();
    const thread = await this.community.question(author, this.board, { anonymous: true });
    const [post] = await this.community.owner.query<{ public_id: string; author_id: string }[]>(
      'SELECT public_id, author_id FROM forum.post WHERE thread_id = $1 AND position = 1',
      [thread.id],
    );
    return { author, thread, postId: post!.public_id, personaId: post!.author_id };
  }

  /** @param postId of the persona that is asked about */
  async ask(postId: string, by = this.moderator): Promise<void> {
    const reason = revealReason();
    await this.community.get(AskForRevealService).execute(await this.as(by), { postId, ...reason });
  }

  async asked(by = this.moderator): Promise<Asked> {
    const found = await this.persona();
    await this.ask(found.postId, by);
    const [request] = await this.community.get(Reveals).about(found.personaId);
    return { ...found, id: request!.id };
  }

  async decide(who: TestMember, id: string, approve = true, minutesAgo: number | null = 0): Promise<void> {
    const ctx = await this.as(who, minutesAgo);
    await this.community.get(Reveals).decide(ctx, id, approve, 'Das Schreiben liegt vor.');
  }

  async view(who: TestMember, id: string, minutesAgo: number | null = 0) {
    return this.community.get(Reveals).view(await this.as(who, minutesAgo), id);
  }

  async approved(by = this.custodian): Promise<Asked> {
    const request = await this.asked();
    await this.decide(by, request.id);
    return request;
  }

  /** Somebody has looked at its person. */
  async viewed(): Promise<Asked> {
    const request = await this.approved();
    await this.view(this.custodian, request.id);
    return request;
  }

  async stateOf({ personaId }: Pick<Asked, 'personaId'>): Promise<RevealView> {
    return (await this.community.get(Reveals).about(personaId))[0]!;
  }

  /** What the log holds of a request, in its order. */
  async logOf({ id }: Pick<Asked, 'id'>): Promise<string[]> {
    const rows = await this.community.owner.query<{ action: string }[]>(
      'SELECT action FROM identity.reveal_audit WHERE request_id = $1 ORDER BY seq',
      [id],
    );
    return rows.map(({ action }) => action);
  }

  /** Has the job done that tells authors. */
  tellAll(): Promise<void> {
    return this.community.get(Worker).perform('app', 'notifications.tell-revealed', {});
  }

  /** Lets the sessions of a member have given a code of a second factor just now. */
  async giveCode({ mail }: TestMember): Promise<void> {
    const { owner, clock } = this.community;
    const [{ id }] = await owner.query<[{ id: string }]>('SELECT id FROM identity.account WHERE mail = $1', [
      mail,
    ]);
    await owner.query(
      `INSERT INTO identity.second_factor (account_id, sealed_secret, key_version, begun_at, confirmed_at)
       VALUES ($1, 'sealed', 1, now(), now()) ON CONFLICT DO NOTHING`,
      [id],
    );
    await owner.query(
      `UPDATE identity.session SET sess = jsonb_set(sess::jsonb, '{factorProvedAt}', to_jsonb($2::bigint))::json
       WHERE sess #>> '{passport,user}' = $1`,
      [id, clock.now().getTime()],
    );
  }

  /** What the bell tells somebody of looks. */
  async tidings({ author }: Pick<Asked, 'author'>) {
    const notices = await this.community.get(IdentityPort).notices(author.memberId);
    return notices.filter(({ occasion }) => occasion === 'revealed');
  }
}

/** What a moderator says about a request. */
export const revealReason = (): RevealReason => ({
  ground: 'authority',
  caseNumber: `AZ ${randomUUID().slice(0, 8)}`,
  explanation: 'Die Behörde hat Auskunft verlangt.',
});
