import { Injectable } from '@nestjs/common';
import {
  Clock,
  Environment,
  IdentityDatabase,
  NotAllowed,
  Randomness,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { MemberDirectory } from '../port/member-directory.js';
import { RegistrationRepository } from '../storage/registration.repository.js';
import { ANSWER_REGISTRATION } from './answer-registration.job.js';
import { LegalTexts } from './legal-texts.js';
import { NewPasswords } from './new-passwords.js';
import { safePath } from './safe-path.js';

export interface RegisterFields {
  readonly nickname: string;
  readonly mail: string;
  readonly password: string;
  /** A field no person sees: whoever fills it is a program, and is not told. */
  readonly website?: string | null;
  /** Where they were, as it stood in a link. */
  readonly next?: string | null;
}

/** How long a registration waits for its confirmation. */
export const CONFIRM_WITHIN_HOURS = 24;

/**
 * Takes a registration. Whether the mail is known already makes no difference here, neither in the answer nor in the
 * work: a job looks it up and writes the fitting mail to the owner of the address.
 */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly registrations: RegistrationRepository,
    private readonly members: MemberDirectory,
    private readonly passwords: NewPasswords,
    private readonly texts: LegalTexts,
    private readonly jobs: IdentityJobs,
    private readonly limits: WriteLimits,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * @param isInvited whether they may come where registration is closed
   * @throws InvalidInput    a password too easy to guess, or a nickname that is malformed, reserved or taken
   * @throws NotAllowed      the operator has closed registration
   * @throws TooManyRequests
   */
  async execute(
    ctx: RequestContext,
    { nickname, mail, password, website, next }: RegisterFields,
    { isInvited = false } = {},
  ): Promise<void> {
    if (this.environment.get('REGISTRATION') === 'closed' && !isInvited)
      throw new NotAllowed('identity:error.registrationClosed');
    await this.limits.consume(ctx, 'register');
    if (website) return;
    const passwordHash = await this.passwords.hashOfNewcomer(ctx, { mail, nickname, password });
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CONFIRM_WITHIN_HOURS * 3_600_000);
    const [id, memberId] = [this.randomness.uuid(), this.randomness.uuid()];
    await this.members.reserve(ctx, { nickname, memberId, until: expiresAt });
    const acceptedAt = now.toISOString();
    const consents = (await this.texts.latest()).toBeAccepted().map((text) => ({ ...text, acceptedAt }));
    await this.database.transaction(ctx, async (tx) => {
      await this.registrations.add(tx, {
        id,
        mail,
        nickname,
        memberId,
        passwordHash,
        locale: ctx.locale,
        consents,
        nextPath: next ? safePath(next) : null,
        createdAt: now,
        expiresAt,
      });
      await this.jobs.add(tx, { task: ANSWER_REGISTRATION, payload: { registrationId: id } });
    });
  }
}
