import { Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  Features,
  FEATURES,
  Input,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { SwitchFeatureService, type SwitchFeature } from '../features/switch-feature.service.js';
import { SiteSettings } from '../settings/site-settings.js';
import {
  FeatureStateObject,
  SwitchFeatureInput,
  SwitchFeatureResult,
  switchFeatureSchema,
  SwitchFeatureSuccess,
} from './feature.object.js';

/** Feature switches, under *Verwaltung*. Pages learn of them with the site's name. */
@Resolver()
export class FeatureResolver {
  constructor(
    private readonly settings: SiteSettings,
    private readonly features: Features,
    private readonly switching: SwitchFeatureService,
  ) {}

  @Query(() => [FeatureStateObject], { description: 'Everything that can be switched.' })
  @Access.permission('platform:administer')
  async featureStates(): Promise<FeatureStateObject[]> {
    await this.settings.latest();
    return FEATURES.map((feature) => ({ feature, on: this.features.isOn(feature) }));
  }

  @Mutation(() => SwitchFeatureResult, { description: 'Switches a part off or on. Safe to repeat.' })
  @Access.permission('platform:administer')
  async switchFeature(
    @Ctx() ctx: RequestContext,
    @Input(switchFeatureSchema, () => SwitchFeatureInput) input: SwitchFeature,
  ): Promise<SwitchFeatureSuccess> {
    await this.switching.execute(ctx, input);
    return succeed(SwitchFeatureSuccess, { path: '/admin/features?saved=1' });
  }
}
