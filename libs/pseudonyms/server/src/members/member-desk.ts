import { Injectable } from '@nestjs/common';
import { PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { PseudonymRepository } from '../storage/pseudonym.repository.js';
import { StaffProfileRepository, type StaffProfileText } from '../storage/staff-profile.repository.js';

/** Members as commands of the operator name and change them. */
@Injectable()
export class MemberDesk {
  constructor(
    private readonly pseudonyms: PseudonymRepository,
    private readonly staff: StaffProfileRepository,
    private readonly pages: PageInvalidation,
  ) {}

  /** @returns key of the living member of that nickname, whatever the case; null when there is none */
  async idOf(ctx: RequestContext, nickname: string): Promise<string | null> {
    return (await this.pseudonyms.memberNamed(ctx, nickname))?.id ?? null;
  }

  /**
   * Living members whose nickname begins so, by nickname, whatever the case.
   * @param after nickname of the last one seen; null for the first ones
   * @returns their keys, at most `limit`
   */
  startingWith(ctx: RequestContext, prefix: string, after: string | null, limit: number): Promise<string[]> {
    return this.pseudonyms.membersStartingWith(ctx, prefix, after, limit);
  }

  /** Publishes who somebody is who speaks for the operator, or changes that. */
  publish(ctx: RequestContext, memberId: string, profile: StaffProfileText): Promise<void> {
    return this.staff.save(ctx, memberId, profile);
  }

  /** Takes that back, in the transaction in which somebody stops to speak for the operator. */
  async unpublish(tx: RequestContext, memberId: string): Promise<void> {
    if (await this.staff.remove(tx, memberId)) await this.pages.drop(tx, 'everything');
  }

  /** Moves a member's day of joining, for a history that is older than this community. */
  setJoined(ctx: RequestContext, memberId: string, joinedAt: Date): Promise<void> {
    return this.pseudonyms.setCreatedAt(ctx, memberId, joinedAt);
  }
}
