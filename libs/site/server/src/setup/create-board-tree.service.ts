import { Injectable } from '@nestjs/common';
import { CreateBoardService } from '@kundig/forum/server';
import { AppDatabase, PageInvalidation, type Locale, type RequestContext } from '@kundig/platform/server';
import { sitePolicy } from '../site.policy.js';
import { SiteRepository } from '../storage/site.repository.js';
import templates from './board-templates.json' with { type: 'json' };

/** What boards a community can begin with, by the business of its operator. */
export const BOARD_TEMPLATES = ['general', 'machines', 'telecom', 'finance'] as const;
export type BoardTemplate = (typeof BOARD_TEMPLATES)[number];

interface TemplateBoard {
  readonly slug: string;
  readonly name: Readonly<Record<Locale, string>>;
  readonly description: Readonly<Record<Locale, string>>;
  /** Everybody who is a member when absent. */
  readonly posting?: string;
  readonly children?: readonly TemplateBoard[];
}

/** Makes the boards a company begins with that helps its business customers, in both languages and open to all. */
@Injectable()
export class CreateBoardTreeService {
  constructor(
    private readonly database: AppDatabase,
    private readonly site: SiteRepository,
    private readonly createBoard: CreateBoardService,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat: a board whose slug exists stays as it is.
   * @throws NotFound for everybody but administrators
   */
  async execute(ctx: RequestContext, template: BoardTemplate): Promise<void> {
    sitePolicy.mayAdminister(ctx.actor).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      await this.site.lock(tx);
      await this.create(tx, templates[template], null);
      await this.pages.drop(tx, 'everything'); // a page without boards bears no board's tag
    });
  }

  private async create(
    tx: RequestContext,
    boards: readonly TemplateBoard[],
    parentId: string | null,
  ): Promise<void> {
    for (const [index, { slug, name, description, posting, children = [] }] of boards.entries()) {
      const board = await this.createBoard.execute(tx, {
        slug,
        parentId,
        rank: index + 1,
        nameDe: name.de,
        nameEn: name.en,
        descriptionDe: description.de,
        descriptionEn: description.en,
        visibility: 'public',
        groupId: null,
        announced: false,
        posting: posting === 'staff' ? 'staff' : 'members',
      });
      await this.create(tx, children, board.id);
    }
  }
}
