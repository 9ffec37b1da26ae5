import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { LOGO_GROUNDS, type LogoGround } from '../logo/save-logo.service.js';
import { SITE_LIMITS } from '../site.limits.js';

export enum LogoGroundEnum {
  LIGHT = 'light',
  DARK = 'dark',
}
registerEnumType(LogoGroundEnum, { name: 'LogoGround', description: 'The ground a logo stands on.' });

@ObjectType({ description: 'The operator’s logo, by the ground it stands on.' })
export class LogoSettings {
  @Field(() => String, { nullable: true, description: 'Path of the picture; ours when absent.' })
  light!: string | null;
  @Field(() => String, { nullable: true, description: 'Likewise; the other one, on white, when absent.' })
  dark!: string | null;
}

@InputType()
export class SaveLogoInput {
  @Field(() => LogoGroundEnum) ground!: LogoGround;
  @Field(() => String, {
    nullable: true,
    description: 'Path of a picture handed in for the site; takes the logo away when absent.',
  })
  picture?: string;
  @Field(() => String) clientKey!: string;
}
export const saveLogoSchema = z
  .object({
    ground: z.enum(LOGO_GROUNDS),
    picture: z.string().max(SITE_LIMITS.pathMax).nullish(),
    clientKey: z.uuid(),
  })
  .transform(({ ground, picture }) => ({ ground, picture: picture || null }));

@ObjectType({ implements: () => MutationSuccess })
export class SaveLogoSuccess extends MutationSuccess {}
export const SaveLogoResult = mutationResult('SaveLogoResult', SaveLogoSuccess);
