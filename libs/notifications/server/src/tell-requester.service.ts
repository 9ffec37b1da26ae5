import { Injectable } from '@nestjs/common';
import { BoardRepository, boardPath, type Board } from '@kundig/forum/server';
import {
  AccessDecided,
  AccessRequestRepository,
  GroupRepository,
  type AccessRequest,
} from '@kundig/groups/server';
import { IdentityPort, type MailContent } from '@kundig/identity/server';
import { nameIn, OnEvent, Translator, type Locale, type RequestContext } from '@kundig/platform/server';

/** Tells whoever asked for access to a group what was decided. */
@Injectable()
export class TellRequesterService {
  constructor(
    private readonly requests: AccessRequestRepository,
    private readonly groups: GroupRepository,
    private readonly boards: BoardRepository,
    private readonly identity: IdentityPort,
    private readonly translator: Translator,
  ) {}

  /** Nobody is told of a group that is gone, or whose board is. */
  @OnEvent(AccessDecided)
  async execute(ctx: RequestContext, { requestId }: { requestId: string }): Promise<void> {
    const request = await this.requests.find(ctx, requestId);
    if (!request?.decision) return;
    const group = await this.groups.find(ctx, request.groupId);
    const board = (await this.boards.known(ctx)).find(
      (known) => known.board.groupId === request.groupId,
    )?.board;
    if (!group || !board) return;
    const contentIn = (locale: Locale) => this.content(locale, request, nameIn(locale, group), board);
    await this.identity.deliverDecision({
      memberId: request.memberId,
      occasion: request.decision === 'accepted' ? 'access-accepted' : 'access-declined',
      groupId: request.groupId,
      requestId,
      content: { de: contentIn('de'), en: contentIn('en') },
    });
  }

  private content(
    locale: Locale,
    { decision, answer }: AccessRequest,
    group: string,
    board: Board,
  ): MailContent {
    const texts = decision === 'accepted' ? 'accessAccepted' : 'accessDeclined';
    const t = (part: string) =>
      this.translator.translate(locale, `notifications:${texts}.${part}`, { group });
    return {
      subject: t('subject'),
      paragraphs: [t('text'), ...(answer ? [answer] : [])],
      action: { label: t('action'), path: boardPath(board) },
    };
  }
}
