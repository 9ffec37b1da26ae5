import { Field, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { SiteSettingsObject } from './site.object.js';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class SaveSiteSettingsSuccess extends MutationSuccess {
  @Field(() => SiteSettingsObject) settings!: SiteSettingsObject;
}
export const SaveSiteSettingsResult = mutationResult('SaveSiteSettingsResult', SaveSiteSettingsSuccess);

@ObjectType(success)
export class AnnounceIncidentSuccess extends MutationSuccess {
  @Field(() => SiteSettingsObject) settings!: SiteSettingsObject;
}
export const AnnounceIncidentResult = mutationResult('AnnounceIncidentResult', AnnounceIncidentSuccess);

@ObjectType(success)
export class EndIncidentSuccess extends MutationSuccess {
  @Field(() => SiteSettingsObject) settings!: SiteSettingsObject;
}
export const EndIncidentResult = mutationResult('EndIncidentResult', EndIncidentSuccess);
