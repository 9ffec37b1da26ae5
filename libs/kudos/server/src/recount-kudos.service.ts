import { Injectable } from '@nestjs/common';
import { AppDatabase, LongWork, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { KudosRepository } from './storage/kudos.repository.js';

/** Compares every counter with the kudos it counts and corrects it. Called by a command of the operator. */
@Injectable()
export class RecountKudos {
  constructor(
    private readonly database: AppDatabase,
    private readonly kudos: KudosRepository,
    private readonly pages: PageInvalidation,
    private readonly works: LongWork,
  ) {}

  /** @returns number of counters that were wrong; anything but 0 is a defect */
  async execute(ctx: RequestContext): Promise<number> {
    return this.works.watch('kudos-recount', () =>
      this.database.transaction(ctx, async (tx) => {
        const wrong = await this.kudos.correctCounts(tx);
        if (wrong > 0) await this.pages.drop(tx, 'everything');
        return wrong;
      }),
    );
  }
}
