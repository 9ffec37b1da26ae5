import { Injectable } from '@nestjs/common';
import { BoardRepository, forumPolicy } from '@kundig/forum/server';
import { KeepGuestQuestionService, type GuestQuestionContent } from '@kundig/identity/server';
import { Features, InvalidInput, NotFound, type RequestContext } from '@kundig/platform/server';

export interface GuestQuestionInput extends GuestQuestionContent {
  /** A field no person sees: whoever fills it is a program. */
  readonly website: string | null;
}

/** Keeps a whole question of somebody of whom nothing is known yet. */
@Injectable()
export class AskAsGuestService {
  constructor(
    private readonly boards: BoardRepository,
    private readonly keeping: KeepGuestQuestionService,
    private readonly features: Features,
  ) {}

  /**
   * @returns the token of the page on which the guest goes on; null for a program, which is not told
   * @throws NotFound   no such board, or not a public one
   * @throws NotAllowed only staff may begin threads there, or the operator has closed registration
   * @throws InvalidInput it is to be anonymous, and nobody writes so here
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, { website, ...content }: GuestQuestionInput): Promise<string | null> {
    const board = await this.boards.findReadable(ctx, content.boardId);
    if (!board) throw new NotFound();
    forumPolicy.mayAskAsGuest(board).orThrow();
    if (content.anonymous && !this.features.isOn('anonymity'))
      throw new InvalidInput('anonymous', 'pseudonyms:error.anonymityOff');
    return website ? null : this.keeping.execute(ctx, content);
  }
}
