import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { toWallTime, type FormOfAddress, type Locale } from '@kundig/platform/server';
import type { SiteSettings } from '../settings/site-settings.js';
import type { StoredIncident } from '../storage/site.repository.js';

export enum FormOfAddressEnum {
  SIE = 'sie',
  DU = 'du',
}
registerEnumType(FormOfAddressEnum, {
  name: 'FormOfAddress',
  description: 'How German texts speak to people.',
});

@ObjectType('Incident', { description: 'Something that does not work at the moment.' })
export class IncidentObject {
  @Field({ description: 'In the language of the request.' }) text!: string;
  @Field(() => String, { nullable: true, description: 'Path of ours or an address elsewhere.' })
  link!: string | null;
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) until!: Date | null;
  @Field(() => GraphQLISODateTime) updatedAt!: Date;

  static of(incident: StoredIncident, locale: Locale): IncidentObject {
    const { textDe, textEn, link, startsAt, endsAt, updatedAt } = incident;
    return {
      text: locale === 'en' ? textEn : textDe,
      link,
      since: startsAt,
      until: endsAt,
      updatedAt,
    };
  }
}

@ObjectType({
  description: 'An incident as the operator writes it. Times are those of the site’s time zone.',
})
export class IncidentSettings {
  @Field() textDe!: string;
  @Field() textEn!: string;
  @Field(() => String, { nullable: true }) link!: string | null;
  @Field({ description: '2026-11-21T23:30' }) startsAt!: string;
  @Field(() => String, { nullable: true }) endsAt!: string | null;
  @Field({ description: 'False once it has ended.' }) pending!: boolean;
}

@ObjectType('SiteSettings', { description: 'What the operator has set, for administrators.' })
export class SiteSettingsObject {
  @Field() name!: string;
  @Field({ description: '#rrggbb' }) brandColour!: string;
  @Field({ description: '#rrggbb' }) accentColour!: string;
  @Field(() => FormOfAddressEnum) formOfAddress!: FormOfAddress;
  @Field({ description: 'A name of the IANA database, from the environment.' }) timeZone!: string;
  @Field(() => IncidentSettings, { nullable: true, description: 'The last one.' })
  incident!: IncidentSettings | null;

  static of(settings: SiteSettings, now: Date): SiteSettingsObject {
    const { incident } = settings.current;
    const { name, brandColour, accentColour, address, timeZone } = settings;
    return {
      ...{ name, brandColour, accentColour, formOfAddress: address, timeZone },
      incident: incident && {
        textDe: incident.textDe,
        textEn: incident.textEn,
        link: incident.link,
        startsAt: toWallTime(incident.startsAt, timeZone),
        endsAt: incident.endsAt && toWallTime(incident.endsAt, timeZone),
        pending: incident.endsAt === null || incident.endsAt > now,
      },
    };
  }
}
