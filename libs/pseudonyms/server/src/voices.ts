import { Injectable } from '@nestjs/common';
import {
  IdentityPort,
  suspensionOf,
  type DraftView,
  type PersonaTicket,
  type ThreadState,
  type VoiceName,
} from '@kundig/identity/server';
import {
  BatchLoader,
  Conflict,
  Decision,
  Features,
  inOrderOf,
  InvalidInput,
  minutesBefore,
  NotAllowed,
  Randomness,
  SignInRequired,
  Suspended,
  type Actor,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorLoader } from './graphql/author.loader.js';
import { Personas } from './personas/personas.js';
import { speaksForOperator, StaffNames } from './persons/staff-names.js';
import type { PseudonymKind } from './storage/pseudonym.entity.js';

/** Who the viewer is in one thread. */
export interface ViewerInThread {
  /** Fixed by the first post; null before. */
  readonly voice: VoiceName | null;
  /** The member's id and those of the personas that speak for it in this thread; empty for visitors. */
  readonly ownIds: readonly string[];
  readonly personaName: string | null;
  /** Highest position read; 0 when none. */
  readonly readPosition: number;
  readonly following: boolean;
  /** Nothing of the thread is told. */
  readonly muted: boolean;
  /** Whether the viewer has the problem the thread asks about, too. */
  readonly sameProblem: boolean;
  readonly draft: DraftView | null;
}

/** The author key of a post to be written. */
export interface Speaker {
  readonly pseudonymId: string;
  readonly kind: PseudonymKind;
}

/** A post that was written and committed. */
export interface SpokenPost {
  readonly threadId: string;
  readonly postId: string;
  readonly position: number;
  /** Exact instant; the app side keeps it only for members. */
  readonly at: Date;
  readonly kind: PseudonymKind;
}

const NOBODY: ViewerInThread = {
  voice: null,
  ownIds: [],
  personaName: null,
  readPosition: 0,
  following: false,
  muted: false,
  sameProblem: false,
  draft: null,
};

/**
 * As whom people speak. One account has one voice per thread, chosen with its first post there. The order of a write:
 * `speak`, then the one app transaction, then `spoke`, or `keepSilent` when the transaction failed.
 *
 * Staff, who speak for the operator, do so under their real names: without a published one they write nothing, and they
 * begin no persona. One that spoke before its account was appointed goes on in its thread: falling silent on the day of
 * an appointment would tell whose it is. Both refusals come before anything is claimed and are seen by the refused alone.
 * What others can conclude is that a persona begun today belongs to nobody appointed yesterday, which holds for all staff
 * alike and singles nobody out. What a moderator releases was admitted when it was sent, and is not asked for again: a
 * refusal then would tell the moderator that its hidden author has been appointed.
 */
@Injectable()
export class Voices {
  private readonly states: ThreadStateLoader;

  constructor(
    private readonly identity: IdentityPort,
    private readonly personas: Personas,
    private readonly authors: AuthorLoader,
    private readonly randomness: Randomness,
    private readonly features: Features,
    private readonly staffNames: StaffNames,
  ) {
    this.states = new ThreadStateLoader(identity);
  }

  /** Asked for many threads in one tick it costs one statement; for visitors none. */
  async viewerIn(ctx: RequestContext, threadId: string): Promise<ViewerInThread> {
    const { memberId } = ctx.actor;
    if (memberId === null) return NOBODY;
    const state = await this.states.load(ctx, threadId);
    if (!state) return { ...NOBODY, ownIds: [memberId] };
    const persona = state.personaId === null ? null : await this.authors.load(ctx, state.personaId);
    return {
      voice: state.voice,
      ownIds: [memberId, ...(state.personaId === null ? [] : [state.personaId]), ...state.formerPersonaIds],
      personaName: persona?.name ?? null,
      readPosition: state.readPosition,
      following: state.following,
      muted: state.muted,
      sameProblem: state.sameProblem,
      draft: state.draft,
    };
  }

  /** @returns every pseudonym of the viewer; for their own eyes. One statement */
  async allOwnIds(ctx: RequestContext): Promise<string[]> {
    const memberId = memberOf(ctx);
    const personas = await this.identity.personasOf(memberId);
    return [memberId, ...personas.map(({ personaId }) => personaId)];
  }

  /** @returns id of the viewer's own persona; null where there is none of that public id, or it is somebody else's */
  async ownPersona(ctx: RequestContext, publicId: string): Promise<string | null> {
    const personaId = await this.personas.idOf(ctx, publicId);
    const own = await this.identity.personasOf(memberOf(ctx));
    return own.some((persona) => persona.personaId === personaId) ? personaId : null;
  }

  /**
   * Settles the author of the viewer's next post in the thread; call it last before the transaction of the write.
   * @param wanted null keeps the voice of the thread, or takes the nickname
   * @throws SignInRequired for visitors
   * @throws Suspended when the viewer may not write at this moment, whatever was known when the request began
   * @throws Conflict when the viewer already speaks here with the other voice, or is giving up its persona at this moment
   * @throws InvalidInput a new persona while there are none; those that are there go on speaking
   * @throws NotAllowed of staff: no real name is published, or a new persona is wanted
   */
  async speak(ctx: RequestContext, threadId: string, wanted: VoiceName | null): Promise<Speaker> {
    const { memberId, isAppointed: appointed } = ctx.actor;
    const candidateId = this.randomness.uuid();
    if (memberId) await this.admit(ctx, threadId, wanted);
    const claim =
      memberId &&
      (await this.identity.claimVoice({
        ...{ memberId, threadId, wanted, candidateId, appointed },
        released: ctx.released,
      }));
    const suspension = claim && claim.suspensions && suspensionOf(claim.suspensions, { appointed, threadId });
    if (suspension) throw new Suspended(suspension);
    if (claim && claim.suspensions && claim.givingUp)
      throw new Conflict('pseudonyms:error.personaGoing', 'anonymous');
    if (!claim || claim.suspensions) throw new SignInRequired();
    if (wanted !== null && wanted !== claim.voice)
      throw new Conflict('pseudonyms:error.voiceFixed', 'anonymous');
    if (!claim.persona) return { pseudonymId: memberId, kind: 'member' };
    return { pseudonymId: await this.personaOf(ctx, memberId, threadId, claim.persona), kind: 'persona' };
  }

  /**
   * Refuses what `speak` would, and claims nothing: for what is kept back before it has a voice. Whoever speaks here as a
   * persona already may go on, whatever holds for new ones.
   * @throws InvalidInput, NotAllowed as `speak`
   */
  async admit(ctx: RequestContext, threadId: string, wanted: VoiceName | null): Promise<void> {
    const judged = await this.judge(ctx, wanted);
    if (!judged.allowed && (await this.viewerIn(ctx, threadId)).voice !== 'anonymous') judged.orThrow();
  }

  private async judge(ctx: RequestContext, wanted: VoiceName | null): Promise<Decision> {
    if (wanted !== 'anonymous') return this.judgeName(ctx, ctx.actor);
    if (speaksForOperator(ctx.actor))
      return Decision.deny(() => new NotAllowed('pseudonyms:error.staffAnonymous'));
    if (this.features.isOn('anonymity')) return Decision.allow;
    return Decision.deny(() => new InvalidInput('anonymous', 'pseudonyms:error.anonymityOff'));
  }

  /**
   * Settles the author where there are no personas, such as below articles.
   * @returns the member's id
   * @throws SignInRequired for visitors
   * @throws NotAllowed of staff: no real name is published
   */
  async speakOpenly(ctx: RequestContext): Promise<string> {
    const memberId = memberOf(ctx);
    await this.requireName(ctx, ctx.actor);
    return memberId;
  }

  /**
   * For what is written in the name of somebody whose request it is not.
   * @throws NotAllowed the actor is staff and has published no real name
   */
  async requireName(ctx: RequestContext, actor: Actor): Promise<void> {
    (await this.judgeName(ctx, actor)).orThrow();
  }

  private async judgeName(ctx: RequestContext, actor: Actor): Promise<Decision> {
    if (!(await this.staffNames.isMissing(ctx, actor))) return Decision.allow;
    return Decision.deny(() => new NotAllowed('pseudonyms:error.staffNameless'));
  }

  /** Follows up a committed post: followed, read, draft gone, exact time kept where a persona wrote. One statement. */
  async spoke(ctx: RequestContext, post: SpokenPost): Promise<void> {
    const memberId = memberOf(ctx);
    await this.identity.recordPost({
      memberId,
      threadId: post.threadId,
      postId: post.postId,
      position: post.position,
      at: post.at.toISOString(),
      voice: post.kind === 'persona' ? 'anonymous' : 'nickname',
    });
    this.states.forget(ctx);
  }

  /** Gives the voice back when the post of a `speak` was not written. */
  async keepSilent(ctx: RequestContext, threadId: string): Promise<void> {
    await this.identity.releaseVoice(memberOf(ctx), threadId);
    this.states.forget(ctx);
  }

  /**
   * Takes the viewer's turn in a thread in slow mode. Turns belong to the account, so that a second voice is no way around.
   * @param minutes between two turns
   * @returns when the last turn was taken, if it is not over; null when it is the viewer's turn
   */
  async takeTurn(ctx: RequestContext, threadId: string, at: Date, minutes: number): Promise<Date | null> {
    const over = minutesBefore(at, minutes).toISOString();
    const taken = await this.identity.takeTurn(memberOf(ctx), threadId, at.toISOString(), over);
    return taken === null ? null : new Date(taken);
  }

  /** Gives the turn taken `at` back, because its post was not written. */
  returnTurn(ctx: RequestContext, threadId: string, at: Date): Promise<void> {
    return this.identity.returnTurn(memberOf(ctx), threadId, at.toISOString());
  }

  /** Remembers how far the viewer has read; never goes back. Nothing for visitors. */
  async markRead(ctx: RequestContext, threadId: string, position: number): Promise<void> {
    if (ctx.actor.memberId) await this.identity.markRead(ctx.actor.memberId, threadId, position);
    this.states.forget(ctx);
  }

  /** Has the viewer told of the thread, or no longer. */
  async follow(ctx: RequestContext, threadId: string, following: boolean): Promise<void> {
    await this.identity.follow(memberOf(ctx), threadId, following ? 'following' : 'none');
    this.states.forget(ctx);
  }

  /** Has the viewer told nothing of the thread any more, not even that they were mentioned. */
  async mute(ctx: RequestContext, threadId: string): Promise<void> {
    await this.identity.follow(memberOf(ctx), threadId, 'muted');
    this.states.forget(ctx);
  }

  /** Notes whether the viewer has the problem of the thread, and follows it then. Identity alone knows who has it. */
  async shareProblem(ctx: RequestContext, threadId: string, has: boolean): Promise<void> {
    await this.identity.setSameProblem(memberOf(ctx), threadId, has);
    this.states.forget(ctx);
  }

  /** How many have the problem of each thread at this moment, by thread uuid; none is left out. One statement. */
  async sameProblemCounts(threadIds: readonly string[]): Promise<Map<string, number>> {
    const counts = await this.identity.sameProblemCounts(threadIds);
    const known = new Map(counts.map(({ threadId, count }) => [threadId, count]));
    return new Map(threadIds.map((id) => [id, known.get(id) ?? 0]));
  }

  /**
   * How many came to have the problem of a thread since then, by thread uuid, most first. One statement.
   * @param atLeast leaves out threads with fewer
   * @param first   at most so many threads
   */
  async sharedSince(since: Date, atLeast: number, first: number): Promise<Map<string, number>> {
    const counts = await this.identity.sharedSince(since.toISOString(), atLeast, first);
    return new Map(counts.map(({ threadId, count }) => [threadId, count]));
  }

  private async personaOf(
    ctx: RequestContext,
    memberId: string,
    threadId: string,
    ticket: PersonaTicket,
  ): Promise<string> {
    if (ticket.established) return ticket.personaId;
    const personaId = await this.personas.getOrCreate(ctx, threadId, ticket);
    // Identity's index was lost; the app side still found the persona by its lookup.
    if (personaId !== ticket.personaId) await this.identity.adoptPersona(memberId, threadId, personaId);
    return personaId;
  }
}

function memberOf(ctx: RequestContext): string {
  if (!ctx.actor.memberId) throw new SignInRequired();
  return ctx.actor.memberId;
}

/** The viewer's state in threads, one statement for a page. */
class ThreadStateLoader extends BatchLoader<ThreadState> {
  constructor(private readonly identity: IdentityPort) {
    super();
  }

  forget(ctx: RequestContext): void {
    ctx.memory.delete(this);
  }

  protected async loadBatch(
    ctx: RequestContext,
    threadIds: readonly string[],
  ): Promise<(ThreadState | null)[]> {
    const states = await this.identity.threadStates(memberOf(ctx), threadIds);
    return inOrderOf(threadIds, states, ({ threadId }) => threadId);
  }
}
