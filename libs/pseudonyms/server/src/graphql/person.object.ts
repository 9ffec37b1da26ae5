import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, writtenLine } from '@kundig/platform/server';
import { z } from 'zod';

/** Bounds of what members show, in characters. */
const LIMITS = { about: 200, mark: 40, picture: 60 } as const;

@ObjectType({ description: 'What the viewer shows of themselves, all of it by choice.' })
export class OwnPerson {
  @Field(() => String, { nullable: true, description: 'Path of the picture.' }) picture!: string | null;
  @Field(() => String, { nullable: true, description: 'One line.' }) about!: string | null;
  @Field(() => String, { nullable: true, description: 'A company or Partner.' }) mark!: string | null;
  @Field({ description: 'Others see the mark.' }) markConfirmed!: boolean;
}

@ObjectType({ description: 'A mark that staff has to check before others see it.' })
export class MarkRequestObject {
  @Field() nickname!: string;
  @Field({ description: 'Page of the member.' }) path!: string;
  @Field() mark!: string;
}

/** What is left empty is not shown. */
const orNull = (max: number) =>
  writtenLine(0, max)
    .nullish()
    .transform((value) => value || null);

@InputType()
export class SavePersonInput {
  @Field(() => String, { nullable: true, description: 'Path of a picture handed in for it.' })
  picture?: string;
  @Field(() => String, { nullable: true, description: `One line, at most ${LIMITS.about} characters.` })
  about?: string;
  @Field(() => String, { nullable: true, description: `At most ${LIMITS.mark} characters.` })
  mark?: string;
  @Field(() => Boolean, { nullable: true, description: 'Takes the picture away.' }) withoutPicture?: boolean;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const savePersonSchema = z
  .object({
    picture: orNull(LIMITS.picture),
    about: orNull(LIMITS.about),
    mark: orNull(LIMITS.mark),
    withoutPicture: z.boolean().nullish(),
    clientKey: z.uuid().nullish(),
  })
  .transform(({ picture, about, mark, withoutPicture }) => ({
    picture: withoutPicture ? null : picture,
    about,
    mark,
  }));

@InputType()
export class AnswerMarkInput {
  @Field() nickname!: string;
  @Field({ description: 'As it was shown when it was checked.' }) mark!: string;
  @Field() confirmed!: boolean;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const answerMarkSchema = z.object({
  nickname: z.string().min(1).max(80),
  mark: z.string().min(1).max(LIMITS.mark),
  confirmed: z.boolean(),
  clientKey: z.uuid().nullish(),
});

@ObjectType({ implements: () => MutationSuccess })
export class SavePersonSuccess extends MutationSuccess {}
export const SavePersonResult = mutationResult('SavePersonResult', SavePersonSuccess);

@ObjectType({ implements: () => MutationSuccess })
export class AnswerMarkSuccess extends MutationSuccess {}
export const AnswerMarkResult = mutationResult('AnswerMarkResult', AnswerMarkSuccess);
