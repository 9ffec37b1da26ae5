import { Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Clock,
  Ctx,
  hasFreshFactor,
  Input,
  SiteProfile,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import type { z } from 'zod';
import { safePath } from '../accounts/safe-path.js';
import { MemberDirectory } from '../port/member-directory.js';
import { inGroups, qrCodeOf, secretInWords } from '../second-factor/authenticator.js';
import { BeginSecondFactorService } from '../second-factor/begin-second-factor.service.js';
import { ConfirmSecondFactorService } from '../second-factor/confirm-second-factor.service.js';
import { EndSecondFactorService } from '../second-factor/end-second-factor.service.js';
import { OwnFactors } from '../second-factor/own-factors.js';
import { ProveSecondFactorService } from '../second-factor/prove-second-factor.service.js';
import { SignInByCodeService } from '../second-factor/sign-in-by-code.service.js';
import * as api from './second-factor.object.js';

const PAGE = '/settings/account/second-factor';

/** Codes of an authenticator app: setting them up, ending them, and giving one. */
@Resolver(() => api.SecondFactorObject)
export class SecondFactorResolver {
  constructor(
    private readonly own: OwnFactors,
    private readonly beginning: BeginSecondFactorService,
    private readonly confirming: ConfirmSecondFactorService,
    private readonly ending: EndSecondFactorService,
    private readonly proving: ProveSecondFactorService,
    private readonly signingIn: SignInByCodeService,
    private readonly members: MemberDirectory,
    private readonly site: SiteProfile,
    private readonly clock: Clock,
  ) {}

  @Query(() => api.SecondFactorObject, {
    nullable: true,
    description: 'Null for whoever holds no office and has none.',
  })
  @Access.member()
  async secondFactor(@Ctx() ctx: RequestContext): Promise<api.SecondFactorObject | null> {
    const { on, owed } = ctx.secondFactor;
    if (!on && !owed && !ctx.actor.isAppointed) return null;
    return {
      ...{ on, owed, fresh: hasFreshFactor(ctx, this.clock.now()).allowed },
      codesLeft: await this.own.codesLeft(ctx),
      setup: await this.setupOf(ctx),
    };
  }

  @Mutation(() => api.BeginSecondFactorResult, {
    description: 'Makes a secret and recovery codes; `confirmSecondFactor` puts them in force.',
  })
  @Access.member({ evenSuspended: true })
  async beginSecondFactor(
    @Ctx() ctx: RequestContext,
    @Input(api.beginSecondFactorSchema, () => api.BeginSecondFactorInput)
    { currentPassword }: z.output<typeof api.beginSecondFactorSchema>,
  ): Promise<api.BeginSecondFactorSuccess> {
    await this.beginning.execute(ctx, currentPassword);
    return succeed(api.BeginSecondFactorSuccess, { path: PAGE });
  }

  @Mutation(() => api.ConfirmSecondFactorResult, {
    description: 'Puts what was begun in force by its first code, and ends all other sessions.',
  })
  @Access.member({ evenSuspended: true })
  async confirmSecondFactor(
    @Ctx() ctx: RequestContext,
    @Input(api.confirmSecondFactorSchema, () => api.ConfirmSecondFactorInput)
    { code }: z.output<typeof api.confirmSecondFactorSchema>,
  ): Promise<api.ConfirmSecondFactorSuccess> {
    await this.confirming.execute(ctx, code);
    return succeed(api.ConfirmSecondFactorSuccess, { path: `${PAGE}?done=on` });
  }

  @Mutation(() => api.EndSecondFactorResult, { description: 'Turns it off, by the password and a code.' })
  @Access.member({ evenSuspended: true })
  async endSecondFactor(
    @Ctx() ctx: RequestContext,
    @Input(api.endSecondFactorSchema, () => api.EndSecondFactorInput)
    input: z.output<typeof api.endSecondFactorSchema>,
  ): Promise<api.EndSecondFactorSuccess> {
    await this.ending.execute(ctx, input);
    return succeed(api.EndSecondFactorSuccess, { path: `${PAGE}?done=off` });
  }

  @Mutation(() => api.ProveSecondFactorResult, {
    description: 'Takes a code, so that for some minutes what needs one may be done in this session.',
  })
  @Access.member({ evenSuspended: true })
  async proveSecondFactor(
    @Ctx() ctx: RequestContext,
    @Input(api.proveSecondFactorSchema, () => api.ProveSecondFactorInput)
    { code, next }: z.output<typeof api.proveSecondFactorSchema>,
  ): Promise<api.ProveSecondFactorSuccess> {
    await this.proving.execute(ctx, code);
    return succeed(api.ProveSecondFactorSuccess, { path: safePath(next) });
  }

  @Mutation(() => api.SignInByCodeResult, {
    description: 'Second step of signing in; whoever is suspended is led as `signIn` does.',
  })
  @Access.public()
  async signInByCode(
    @Ctx() ctx: RequestContext,
    @Input(api.signInByCodeSchema, () => api.SignInByCodeInput)
    { next, ...input }: z.output<typeof api.signInByCodeSchema>,
  ): Promise<api.SignInByCodeSuccess> {
    const signedIn = await this.signingIn.execute(ctx, input);
    const path = signedIn === 'suspended' ? '/suspended' : safePath(next);
    return succeed(api.SignInByCodeSuccess, { path });
  }

  private async setupOf(ctx: RequestContext): Promise<api.SecondFactorSetup | null> {
    const begun = await this.own.begun(ctx);
    if (!begun) return null;
    const nickname = (await this.members.nicknameOf(ctx, ctx.actor.memberId!)) ?? '';
    return {
      qrCode: qrCodeOf(begun.secret, this.site.name, nickname),
      secret: secretInWords(begun.secret),
      recoveryCodes: begun.recoveryCodes.map(inGroups),
    };
  }
}
