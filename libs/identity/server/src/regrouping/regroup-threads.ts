import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { MailRecipient } from '../port/mails.js';
import type { MergedThreads, SplitThread } from '../port/threads.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { ThreadRegroupingRepository, type UsedVoice } from '../storage/thread-regrouping.repository.js';

/**
 * Carries what accounts keep of a thread along when its posts go to another one. Personas stay sealed to the thread in
 * which they began; a thread knows from which others its posts came, so that their authors find their posts there.
 */
@Injectable()
export class RegroupThreads {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly regrouping: ThreadRegroupingRepository,
    private readonly seals: PersonaSeals,
  ) {}

  /**
   * Safe to repeat. Whoever spoke in both threads goes on with the voice of the one that stays, everybody else with theirs.
   * @returns threads, besides the one that stays, whose personas speak in it
   */
  merge(ctx: RequestContext, threads: MergedThreads): Promise<string[]> {
    const { fromId, intoId } = threads;
    return this.database.transaction(ctx, async (tx) => {
      await this.regrouping.addMerged(tx, threads);
      await this.regrouping.mergeStates(tx, threads); // before a carried voice looks like one that was used there
      const voices = (await this.regrouping.voicesToCarry(tx, threads)).flatMap((voice) =>
        this.resealed(voice, fromId, intoId),
      );
      await this.regrouping.carryVoices(tx, intoId, voices);
      await this.regrouping.mergeReadPositions(tx, threads);
      await this.regrouping.mergeGuestProblems(tx, threads);
      await this.regrouping.mergeNotices(tx, threads);
      await this.regrouping.mergeDrafts(tx, threads);
      return this.regrouping.originsOf(tx, intoId);
    });
  }

  /** Safe to repeat. The authors of the posts go on in the new thread as whom they wrote them. */
  split(ctx: RequestContext, threads: SplitThread): Promise<void> {
    return this.database.transaction(ctx, async (tx) => {
      if (!(await this.regrouping.addSplit(tx, threads))) return;
      await this.regrouping.carryVoices(tx, threads.intoId, await this.voicesOf(tx, threads));
      await this.regrouping.splitStates(tx, threads);
      await this.regrouping.splitNotices(tx, threads);
    });
  }

  /** One voice of each author; whoever wrote with two goes on with the one that comes first. */
  private async voicesOf(
    tx: RequestContext,
    { authors, intoId }: Pick<SplitThread, 'authors' | 'intoId'>,
  ): Promise<UsedVoice[]> {
    const named = authors.map((author) => ({ author, accountId: this.accountOf(author) }));
    const accounts = await this.regrouping.accounts(
      tx,
      named.flatMap(({ accountId }) => accountId ?? []),
      named.flatMap(({ author }) => author.memberId ?? []),
    );
    const voices = new Map<string, UsedVoice>();
    for (const { author, accountId } of named) {
      const account = accounts.find(({ id, memberId }) => id === accountId || memberId === author.memberId);
      if (account && !voices.has(account.id))
        voices.set(account.id, this.voiceIn(intoId, account, author.persona?.personaId ?? null));
    }
    return [...voices.values()];
  }

  private voiceIn(
    threadId: string,
    { id: accountId, memberId }: { id: string; memberId: string },
    personaId: string | null,
  ): UsedVoice {
    if (personaId === null)
      return { accountId, memberId, voice: 'nickname', sealedPersona: null, keyVersion: null };
    const { value: sealedPersona, keyVersion } = this.seals.sealIndex(personaId, memberId, threadId);
    return { accountId, memberId, voice: 'anonymous', sealedPersona, keyVersion };
  }

  private resealed(voice: UsedVoice, fromId: string, intoId: string): UsedVoice[] {
    const { accountId, memberId, sealedPersona, keyVersion } = voice;
    if (voice.voice === 'nickname') return [this.voiceIn(intoId, { id: accountId, memberId }, null)];
    if (sealedPersona === null || keyVersion === null) return [];
    const personaId = this.seals.openIndex({ value: sealedPersona, keyVersion }, memberId, fromId);
    return personaId === null ? [] : [this.voiceIn(intoId, { id: accountId, memberId }, personaId)];
  }

  private accountOf({ persona }: MailRecipient): string | null {
    if (!persona) return null;
    const link = { value: Buffer.from(persona.sealedLink, 'base64url'), keyVersion: persona.keyVersion };
    return this.seals.openLink(link, persona.personaId, persona.threadId);
  }
}
