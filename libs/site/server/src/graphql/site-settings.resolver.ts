import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Clock, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { AnnounceIncidentService, type AnnounceIncident } from '../incident/announce-incident.service.js';
import { EndIncidentService } from '../incident/end-incident.service.js';
import { SaveSettingsService, type SaveSettings } from '../settings/save-settings.service.js';
import { SiteSettings } from '../settings/site-settings.js';
import {
  AnnounceIncidentInput,
  announceIncidentSchema,
  EndIncidentInput,
  endIncidentSchema,
  SaveSiteSettingsInput,
  saveSiteSettingsSchema,
} from './site.inputs.js';
import { SiteSettingsObject } from './site.object.js';
import {
  AnnounceIncidentResult,
  AnnounceIncidentSuccess,
  EndIncidentResult,
  EndIncidentSuccess,
  SaveSiteSettingsResult,
  SaveSiteSettingsSuccess,
} from './site.results.js';

/** Pages on which this happens, as they say that it is done. */
const SITE_PAGE = '/admin/site?saved=1';
const INCIDENT_PAGE = '/admin/incident?saved=1';

/** *Verwaltung*: what the community is called, how it looks, and what does not work at the moment. */
@Resolver()
export class SiteSettingsResolver {
  constructor(
    private readonly settings: SiteSettings,
    private readonly save: SaveSettingsService,
    private readonly announce: AnnounceIncidentService,
    private readonly end: EndIncidentService,
    private readonly clock: Clock,
  ) {}

  @Query(() => SiteSettingsObject, { description: 'What the operator has set.' })
  @Access.permission('platform:administer')
  async siteSettings(): Promise<SiteSettingsObject> {
    await this.settings.latest();
    return this.shown();
  }

  @Mutation(() => SaveSiteSettingsResult, { description: 'Name and colours.' })
  @Access.permission('platform:administer')
  async saveSiteSettings(
    @Ctx() ctx: RequestContext,
    @Input(saveSiteSettingsSchema, () => SaveSiteSettingsInput) input: SaveSettings,
  ): Promise<SaveSiteSettingsSuccess> {
    await this.save.execute(ctx, input);
    return succeed(SaveSiteSettingsSuccess, { path: SITE_PAGE, settings: this.shown() });
  }

  @Mutation(() => AnnounceIncidentResult, {
    description: 'Tells everybody of an incident, or what is new about it.',
  })
  @Access.permission('platform:administer')
  async announceIncident(
    @Ctx() ctx: RequestContext,
    @Input(announceIncidentSchema, () => AnnounceIncidentInput) input: AnnounceIncident,
  ): Promise<AnnounceIncidentSuccess> {
    await this.announce.execute(ctx, input);
    return succeed(AnnounceIncidentSuccess, { path: INCIDENT_PAGE, settings: this.shown() });
  }

  @Mutation(() => EndIncidentResult, { description: 'The incident is over. Safe to repeat.' })
  @Access.permission('platform:administer')
  async endIncident(
    @Ctx() ctx: RequestContext,
    @Input(endIncidentSchema, () => EndIncidentInput) _input: EndIncidentInput,
  ): Promise<EndIncidentSuccess> {
    await this.end.execute(ctx);
    return succeed(EndIncidentSuccess, { path: INCIDENT_PAGE, settings: this.shown() });
  }

  private shown(): SiteSettingsObject {
    return SiteSettingsObject.of(this.settings, this.clock.now());
  }
}
