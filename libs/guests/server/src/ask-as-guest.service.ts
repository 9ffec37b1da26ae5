import { Injectable } from '@nestjs/common';
import { BoardRepository, forumPolicy, threadDetailsOf, type GivenDetails } from '@kundig/forum/server';
import { KeepGuestQuestionService, type GuestQuestionContent } from '@kundig/identity/server';
import type { LeakKind } from '@kundig/leak-guard/rules';
import { LeakQuestion, type LeakAnswer } from '@kundig/leak-guard/server';
import {
  Features,
  InvalidInput,
  NotFound,
  OutgoingMail,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';

export interface GuestQuestionInput extends Omit<GuestQuestionContent, 'details'>, GivenDetails {
  /** A field no person sees: whoever fills it is a program. */
  readonly website: string | null;
  /** What is to become of places that may be nobody’s to read, once asked. */
  readonly leaks?: LeakAnswer | null;
  /** Kinds of places that were hidden before sending; they are counted. */
  readonly leaksHidden?: readonly LeakKind[] | null;
}

/** Keeps a whole question of somebody of whom nothing is known yet. */
@Injectable()
export class AskAsGuestService {
  constructor(
    private readonly boards: BoardRepository,
    private readonly keeping: KeepGuestQuestionService,
    private readonly features: Features,
    private readonly limits: WriteLimits,
    private readonly leaks: LeakQuestion,
    private readonly mail: OutgoingMail,
  ) {}

  /**
   * Every attempt counts, as nothing else is known of whoever sends it.
   * @returns the token of the page on which the guest goes on; null for a program, which is not told
   * @throws NotFound   no such board, or not a public one
   * @throws InvalidInput an answer to what this board does not ask
   * @throws InvalidInput something in it may be nobody’s to read, and it is not said what is to become of it
   * @throws NotAllowed only staff may begin threads there, or the operator has closed registration
   * @throws InvalidInput it is to be anonymous, and nobody writes so here, or no mail can leave: who confirmed the address
   *         in its place would know whose words appear
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, input: GuestQuestionInput): Promise<string | null> {
    await this.limits.consume(ctx, 'post');
    return this.leaks.settle(ctx, input, (settled) => this.keep(ctx, settled));
  }

  private async keep(
    ctx: RequestContext,
    { website, detailFields, details, ...written }: Omit<GuestQuestionInput, 'leaks' | 'leaksHidden'>,
  ): Promise<string | null> {
    const board = await this.boards.findReadable(ctx, written.boardId);
    if (!board) throw new NotFound();
    forumPolicy.mayAskAsGuest(board).orThrow();
    if (written.anonymous && !this.features.isOn('anonymity'))
      throw new InvalidInput('anonymous', 'pseudonyms:error.anonymityOff');
    if (written.anonymous && !this.mail.leaves)
      throw new InvalidInput('anonymous', 'identity:error.anonymousNeedsMail');
    const content = { ...written, details: threadDetailsOf(board, { detailFields, details }) };
    return website ? null : this.keeping.execute(ctx, content);
  }
}
