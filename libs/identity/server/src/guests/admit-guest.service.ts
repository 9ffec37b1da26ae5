import { Injectable } from '@nestjs/common';
import {
  Clock,
  IdentityDatabase,
  InvalidInput,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { SECRET_BYTES } from '../accounts/admit-registration.service.js';
import { Passwords } from '../accounts/passwords.js';
import { MemberDirectory } from '../port/member-directory.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { hashToken } from '../seals/link-tokens.js';
import type { Account } from '../storage/account.entity.js';
import { AccountRepository } from '../storage/account.repository.js';
import {
  GuestQuestionRepository,
  type GuestQuestion,
  type GuestQuestionContent,
} from '../storage/guest-question.repository.js';

/** A guest whose mail is known to be theirs, and what they want to publish; or where it stands already. */
export type AdmittedGuest =
  | { readonly threadId: string }
  | {
      readonly threadId: null;
      readonly questionId: string;
      readonly memberId: string;
      readonly content: GuestQuestionContent;
    };

/** Turns a guest into a member by the link of the mail, and signs them in; who has an account is signed in to it, unless it has a second factor. */
@Injectable()
export class AdmitGuestService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly questions: GuestQuestionRepository,
    private readonly accounts: AccountRepository,
    private readonly members: MemberDirectory,
    private readonly passwords: Passwords,
    private readonly secondFactors: SecondFactors,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Of parallel clicks one makes the account and all are admitted to it. A link that has published its question signs
   * nobody in any more.
   * @throws InvalidInput the link is too old or not ours, or the account is blocked
   */
  async execute(ctx: RequestContext, token: string): Promise<AdmittedGuest> {
    const question = await this.questions.byToken(ctx, 'mail', hashToken(token), this.clock.now());
    if (!question?.mail) throw new InvalidInput('token', 'identity:error.guestQuestionGone');
    if (question.threadId) return { threadId: question.threadId };
    const account =
      (await this.accounts.byMail(ctx, question.mail)) ?? (await this.open(ctx, question, question.mail));
    if (account?.state !== 'active') throw new InvalidInput('token', 'identity:error.guestQuestionGone');
    // The link proves the mailbox; where signing in asks for more, it publishes the question and signs nobody in.
    if (!(await this.secondFactors.isOn(ctx, account.id))) await ctx.session?.signIn(account.id);
    return { threadId: null, questionId: question.id, memberId: account.memberId, content: question };
  }

  /** The member comes first, as no transaction spans both roles. No password yet: "forgotten password" sets one. */
  private async open(
    ctx: RequestContext,
    { memberId, nickname, locale, consents }: GuestQuestion,
    mail: string,
  ): Promise<Account | null> {
    await this.members.admit(ctx, memberId, nickname!);
    const passwordHash = await this.passwords.hashOfNone();
    const id = this.randomness.uuid();
    await this.database.transaction(ctx, async (tx) => {
      const added = await this.accounts.add(tx, {
        id,
        memberId,
        mail,
        passwordHash,
        secret: this.randomness.bytes(SECRET_BYTES),
        locale,
        state: 'active',
        createdAt: this.clock.now(),
      });
      if (added) await this.accounts.addConsents(tx, id, consents ?? []);
    });
    return this.accounts.byMail(ctx, mail);
  }
}
