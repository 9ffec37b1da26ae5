import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import type { z } from 'zod';
import { DemandSecondFactorService } from '../second-factor/demand-second-factor.service.js';
import { SiteSettings } from '../settings/site-settings.js';
import {
  DemandSecondFactorInput,
  DemandSecondFactorResult,
  demandSecondFactorSchema,
  DemandSecondFactorSuccess,
} from './second-factor.object.js';

/** Whether offices need a second factor, under *Verwaltung*. */
@Resolver()
export class SecondFactorDemandResolver {
  constructor(
    private readonly settings: SiteSettings,
    private readonly demanding: DemandSecondFactorService,
  ) {}

  @Query(() => Boolean, { description: 'Whether whoever holds an office needs a second factor for it.' })
  @Access.permission('platform:administer')
  async secondFactorDemanded(): Promise<boolean> {
    await this.settings.latest();
    return this.settings.demandsSecondFactor;
  }

  @Mutation(() => DemandSecondFactorResult, {
    description: 'Demands a second factor of whoever holds an office, or leaves it to them. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async demandSecondFactor(
    @Ctx() ctx: RequestContext,
    @Input(demandSecondFactorSchema, () => DemandSecondFactorInput)
    { demanded }: z.output<typeof demandSecondFactorSchema>,
  ): Promise<DemandSecondFactorSuccess> {
    await this.demanding.execute(ctx, demanded);
    return succeed(DemandSecondFactorSuccess, { path: '/admin/roles?saved=1' });
  }
}
