import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  mutationResult,
  MutationSuccess,
  pictureAttributes,
  toWallTime,
  WALL_TIME,
  writtenLine,
  writtenText,
  type Locale,
} from '@kundig/platform/server';
import { z } from 'zod';
import { SITE_LIMITS } from '../site.limits.js';
import type { StoredOffer } from '../storage/site.repository.js';

@ObjectType('SitePicture', { description: 'A picture of the operator’s with all an `img` needs.' })
export class SitePictureObject {
  @Field({ description: 'Path of the picture.' }) src!: string;
  @Field(() => String, { nullable: true, description: 'The same in smaller widths.' }) srcset!: string | null;
  @Field({ description: 'In the language of the request.' }) alt!: string;
  @Field(() => Int) width!: number;
  @Field(() => Int) height!: number;

  static of(path: string, alt: string): SitePictureObject {
    const { width, height, srcset = null } = pictureAttributes(path);
    return { src: path, srcset, alt, width: Number(width), height: Number(height) };
  }
}

@ObjectType('Offer', {
  description: 'What the operator advertises on the home page, in the language of the request.',
})
export class OfferObject {
  @Field() title!: string;
  @Field() text!: string;
  @Field({ description: 'An https address.' }) link!: string;
  @Field(() => SitePictureObject, { nullable: true }) picture!: SitePictureObject | null;

  static of(offer: StoredOffer, locale: Locale): OfferObject {
    const [title, text, alt] =
      locale === 'en'
        ? [offer.titleEn, offer.textEn, offer.pictureAltEn]
        : [offer.titleDe, offer.textDe, offer.pictureAltDe];
    const picture = offer.picture === null ? null : SitePictureObject.of(offer.picture, alt ?? '');
    return { title, text, link: offer.link, picture };
  }
}

@ObjectType({
  description: 'The offer as the operator writes it. Times are those of the site’s time zone.',
})
export class OfferSettings {
  @Field({ description: 'False once it is switched off.' }) shown!: boolean;
  @Field({ description: 'Whether visitors see it right now.' }) live!: boolean;
  @Field() titleDe!: string;
  @Field() titleEn!: string;
  @Field() textDe!: string;
  @Field() textEn!: string;
  @Field() link!: string;
  @Field(() => String, { nullable: true, description: 'Path of the picture.' }) picture!: string | null;
  @Field(() => String, { nullable: true }) pictureAltDe!: string | null;
  @Field(() => String, { nullable: true }) pictureAltEn!: string | null;
  @Field(() => String, { nullable: true, description: '2026-11-21T23:30' }) startsAt!: string | null;
  @Field(() => String, { nullable: true }) endsAt!: string | null;
  @Field(() => OfferObject, { description: 'As visitors see it, or will.' }) preview!: OfferObject;

  static of(offer: StoredOffer, live: boolean, locale: Locale, timeZone: string): OfferSettings {
    return {
      ...offer,
      live,
      startsAt: offer.startsAt && toWallTime(offer.startsAt, timeZone),
      endsAt: offer.endsAt && toWallTime(offer.endsAt, timeZone),
      preview: OfferObject.of(offer, locale),
    };
  }
}

@InputType()
export class SaveOfferInput {
  @Field({ description: 'False switches it off; what was written stays.' }) shown!: boolean;
  @Field({ description: `1 to ${SITE_LIMITS.offerTitleMax} characters.` }) titleDe!: string;
  @Field({ description: `1 to ${SITE_LIMITS.offerTitleMax} characters.` }) titleEn!: string;
  @Field({ description: `1 to ${SITE_LIMITS.offerTextMax} characters.` }) textDe!: string;
  @Field({ description: `1 to ${SITE_LIMITS.offerTextMax} characters.` }) textEn!: string;
  @Field({ description: 'An https address.' }) link!: string;
  @Field(() => String, { nullable: true, description: 'Path of a picture handed in for the site.' })
  picture?: string;
  @Field(() => String, { nullable: true, description: 'What is to be seen on it; needed beside a picture.' })
  pictureAltDe?: string;
  @Field(() => String, { nullable: true }) pictureAltEn?: string;
  @Field(() => Boolean, { nullable: true, description: 'Takes the picture away.' }) withoutPicture?: boolean;
  @Field(() => String, {
    nullable: true,
    description: '2026-11-21T23:30 in the site’s time zone; at once when absent.',
  })
  startsAt?: string;
  @Field(() => String, { nullable: true, description: 'Likewise; for good when absent.' }) endsAt?: string;
  @Field(() => String) clientKey!: string;
}

const title = writtenLine(1, SITE_LIMITS.offerTitleMax);
const text = writtenText(1, SITE_LIMITS.offerTextMax);
const alt = writtenLine(1, SITE_LIMITS.pictureAltMax)
  .nullish()
  .transform((value) => value ?? null);
const wallTime = z
  .string()
  .regex(WALL_TIME)
  .nullish()
  .transform((value) => value ?? undefined);

export const saveOfferSchema = z
  .object({
    shown: z.boolean(),
    ...{ titleDe: title, titleEn: title, textDe: text, textEn: text },
    link: z
      .string()
      .max(SITE_LIMITS.linkMax)
      .regex(/^https:\/\/[^/\s]\S*$/),
    picture: z.string().max(SITE_LIMITS.pathMax).nullish(),
    ...{ pictureAltDe: alt, pictureAltEn: alt, startsAt: wallTime, endsAt: wallTime },
    withoutPicture: z.boolean().nullish(),
    clientKey: z.uuid(),
  })
  .transform(({ picture, withoutPicture, clientKey: _clientKey, ...offer }) => ({
    ...offer,
    picture: (!withoutPicture && picture) || null,
  }));

@ObjectType({ implements: () => MutationSuccess })
export class SaveOfferSuccess extends MutationSuccess {}
export const SaveOfferResult = mutationResult('SaveOfferResult', SaveOfferSuccess);
