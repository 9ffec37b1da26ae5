import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  NotFound,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { StaffProfileRepository, type StaffProfileText } from '../storage/staff-profile.repository.js';
import { speaksForOperator } from './staff-names.js';

/** Somebody who speaks for the operator says who they are: from then on the real name stands in place of the nickname. */
@Injectable()
export class SaveStaffProfileService {
  constructor(
    private readonly database: AppDatabase,
    private readonly profiles: StaffProfileRepository,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound the actor does not speak for the operator
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, profile: StaffProfileText): Promise<void> {
    if (!speaksForOperator(ctx.actor)) throw new NotFound();
    await this.limits.consume(ctx, 'edit');
    await this.database.transaction(ctx, async (tx) => {
      await this.profiles.save(tx, ctx.actor.memberId!, profile);
      await this.pages.drop(tx, 'everything'); // the name stands beside every post
    });
  }
}
