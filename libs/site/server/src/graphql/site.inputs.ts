import { Field, InputType } from '@nestjs/graphql';
import {
  FORMS_OF_ADDRESS,
  WALL_TIME,
  writtenLine,
  writtenText,
  type FormOfAddress,
} from '@kundig/platform/server';
import { z } from 'zod';
import type { Colour } from '../colours/contrast.js';
import { SITE_LIMITS } from '../site.limits.js';
import { FormOfAddressEnum } from './site.object.js';

const clientKey = z.uuid();
const optional = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined);
const colour = z
  .string()
  .trim()
  .regex(/^#?[0-9a-f]{6}$/i)
  .transform((value): Colour => `#${value.replace('#', '').toLowerCase()}`);
const wallTime = z.string().regex(WALL_TIME);
/** A path of ours, which begins with one slash, or an address elsewhere. */
const link = z
  .string()
  .max(SITE_LIMITS.linkMax)
  .regex(/^(?:\/(?![/\\])|https:\/\/[^/\s])\S*$/);

@InputType()
export class SaveSiteSettingsInput {
  @Field({ description: `1 to ${SITE_LIMITS.nameMax} characters.` }) name!: string;
  @Field({ description: '#rrggbb; refused where white text on it could not be read.' }) brandColour!: string;
  @Field({ description: '#rrggbb; refused where dark text on it could not be read.' }) accentColour!: string;
  @Field(() => FormOfAddressEnum, { nullable: true, description: 'Stays as it is when absent.' })
  formOfAddress?: FormOfAddress;
  @Field(() => String) clientKey!: string;
}
export const saveSiteSettingsSchema = z.object({
  name: writtenLine(1, SITE_LIMITS.nameMax),
  brandColour: colour,
  accentColour: colour,
  formOfAddress: optional(z.enum(FORMS_OF_ADDRESS)),
  clientKey,
});

@InputType()
export class AnnounceIncidentInput {
  @Field({ description: `1 to ${SITE_LIMITS.incidentMax} characters.` }) textDe!: string;
  @Field({ description: `1 to ${SITE_LIMITS.incidentMax} characters.` }) textEn!: string;
  @Field(() => String, { nullable: true, description: 'Path of ours or an https address.' }) link?: string;
  @Field(() => String, {
    nullable: true,
    description: '2026-11-21T23:30 in the site’s time zone; now when absent.',
  })
  startsAt?: string;
  @Field(() => String, { nullable: true, description: 'Likewise; open when absent.' }) endsAt?: string;
  @Field(() => String) clientKey!: string;
}
export const announceIncidentSchema = z.object({
  textDe: writtenText(1, SITE_LIMITS.incidentMax),
  textEn: writtenText(1, SITE_LIMITS.incidentMax),
  link: optional(link),
  startsAt: optional(wallTime),
  endsAt: optional(wallTime),
  clientKey,
});

@InputType()
export class EndIncidentInput {
  @Field(() => String) clientKey!: string;
}
export const endIncidentSchema = z.object({ clientKey });
