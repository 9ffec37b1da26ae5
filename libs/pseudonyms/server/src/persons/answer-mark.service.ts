import { Injectable } from '@nestjs/common';
import { AppDatabase, Conflict, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { PersonRepository, type MarkRequest } from '../storage/person.repository.js';

/** Staff confirms that a member belongs to a company or is a partner, or takes the request away. */
@Injectable()
export class AnswerMarkService {
  constructor(
    private readonly database: AppDatabase,
    private readonly persons: PersonRepository,
    private readonly pages: PageInvalidation,
  ) {}

  /** @throws Conflict the request is gone, answered, or reads differently by now */
  async execute(ctx: RequestContext, request: MarkRequest, confirmed: boolean): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      if ((await this.persons.answerMark(tx, request, confirmed)) === null) throw new Conflict();
      if (confirmed) await this.pages.drop(tx, 'everything');
    });
  }
}
