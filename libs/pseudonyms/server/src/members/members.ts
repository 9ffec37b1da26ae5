import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@kundig/identity/server';
import {
  Clock,
  Decision,
  Environment,
  InvalidInput,
  JobHandler,
  Randomness,
  SiteProfile,
  startOfDay,
  toQuarterHour,
  type RequestContext,
} from '@kundig/platform/server';
import { NicknameRepository, type NicknameReservation } from '../storage/nickname.repository.js';
import { PseudonymRepository } from '../storage/pseudonym.repository.js';
import { StaffProfileRepository } from '../storage/staff-profile.repository.js';
import { drawNickname } from '../personas/persona-names.js';
import { judgeNickname, normaliseNickname, readsLikeStaff } from './nickname.policy.js';

/** A member somebody else's community brings along. */
export interface ImportedMember {
  readonly id: string;
  /** Made unique by a number where it is taken. */
  readonly name: string;
  readonly createdAt: Date;
}

const LONGEST_NAME = 60;

/** Nicknames drawn at once, of which one will be free. */
const DRAWN = 8;

/** Makes members: from registrations, by command, and from imports (those without account). */
@Injectable()
export class Members extends MemberDirectory {
  constructor(
    private readonly nicknames: NicknameRepository,
    private readonly pseudonyms: PseudonymRepository,
    private readonly staff: StaffProfileRepository,
    private readonly site: SiteProfile,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    super();
  }

  async judge(ctx: RequestContext, wanted: string): Promise<Decision> {
    const nickname = normaliseNickname(wanted);
    const judged = judgeNickname(nickname, this.site.name);
    if (!judged.allowed || !readsLikeStaff(nickname, await this.staff.names(ctx))) return judged;
    return Decision.deny(() => new InvalidInput('nickname', 'pseudonyms:error.nicknameReserved'));
  }

  async reserve(ctx: RequestContext, reservation: NicknameReservation): Promise<void> {
    const nickname = normaliseNickname(reservation.nickname);
    (await this.judge(ctx, nickname)).orThrow();
    if (!(await this.nicknames.reserve(ctx, { ...reservation, nickname }, this.clock.now())))
      throw new InvalidInput('nickname', 'pseudonyms:error.nicknameTaken');
  }

  /** The day is all that is kept of when: a guest joins as their question is published, which may be anonymous. */
  async admit(ctx: RequestContext, memberId: string, nickname: string): Promise<string> {
    const today = startOfDay(this.clock.now(), this.environment.get('TIME_ZONE'));
    const name = await this.addUnderFreeName(ctx, memberId, normaliseNickname(nickname), today);
    await this.nicknames.release(ctx, memberId);
    return name;
  }

  async nicknameOf(ctx: RequestContext, memberId: string): Promise<string | null> {
    return (await this.pseudonyms.authors(ctx, [memberId]))[0]?.name ?? null;
  }

  /** @returns id of the living member of that nickname, whatever the case */
  async named(ctx: RequestContext, nickname: string): Promise<string | null> {
    return (await this.pseudonyms.memberNamed(ctx, nickname))?.id ?? null;
  }

  /** @returns a nickname that no member has; one statement */
  async suggestNickname(ctx: RequestContext): Promise<string> {
    const drawn = Array.from({ length: DRAWN }, () => drawNickname(this.randomness));
    const taken = new Set((await this.allNamed(ctx, drawn)).map(({ name }) => name.toLowerCase()));
    return drawn.find((name) => !taken.has(name.toLowerCase())) ?? drawn[0]!;
  }

  /** @returns the living members of these nicknames, whatever the case; one statement */
  allNamed(ctx: RequestContext, nicknames: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.pseudonyms.membersNamed(ctx, nicknames);
  }

  /** Adds authors of another community; safe to repeat with the same ids. One statement unless names collide. */
  async import(ctx: RequestContext, members: readonly ImportedMember[]): Promise<void> {
    const cleaned = members.map((member) => ({
      ...member,
      name: normaliseNickname(member.name).slice(0, LONGEST_NAME) || 'user',
    }));
    const added = new Set(
      await this.pseudonyms.addMembers(
        ctx,
        cleaned.map((member) => this.row(member)),
      ),
    );
    for (const { id, name, createdAt } of cleaned)
      if (!added.has(id)) await this.addUnderFreeName(ctx, id, name, createdAt);
  }

  @JobHandler({ task: 'pseudonyms.remove-reservations', cron: '37 * * * *' })
  async removeReservations(ctx: RequestContext): Promise<void> {
    await this.nicknames.removeExpired(ctx, this.clock.now());
  }

  private async addUnderFreeName(
    ctx: RequestContext,
    id: string,
    name: string,
    createdAt: Date,
  ): Promise<string> {
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? name : `${name}-${number}`;
      const [added] = await this.pseudonyms.addMembers(ctx, [this.row({ id, name: candidate, createdAt })]);
      if (added) return candidate;
      const [existing] = await this.pseudonyms.authors(ctx, [id]);
      if (existing) return existing.name;
    }
  }

  private row({ id, name, createdAt }: ImportedMember) {
    const { randomness } = this;
    return {
      id,
      name,
      publicId: randomness.publicId(),
      pictureSeed: randomness.publicId(),
      createdAt: toQuarterHour(createdAt),
    };
  }
}
