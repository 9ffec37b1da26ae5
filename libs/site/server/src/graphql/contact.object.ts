import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { readTimes, spansOf, WEEKDAYS, type ServiceHours, type Weekday } from '../contact/service-hours.js';
import { SITE_LIMITS } from '../site.limits.js';
import type { StoredContact } from '../storage/site.repository.js';

export enum WeekdayEnum {
  MONDAY = 'monday',
  TUESDAY = 'tuesday',
  WEDNESDAY = 'wednesday',
  THURSDAY = 'thursday',
  FRIDAY = 'friday',
  SATURDAY = 'saturday',
  SUNDAY = 'sunday',
}
registerEnumType(WeekdayEnum, { name: 'Weekday' });

@ObjectType('ServiceSpan', { description: 'Days in a row on which somebody is there at the same times.' })
export class ServiceSpanObject {
  @Field(() => WeekdayEnum) first!: Weekday;
  @Field(() => WeekdayEnum) last!: Weekday;
  @Field({ description: '08:00, in the site’s time zone.' }) from!: string;
  @Field({ description: '18:00' }) to!: string;
}

@ObjectType('Contact', { description: 'How to reach the operator in a hurry.' })
export class ContactObject {
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) mailTo!: string | null;
  @Field(() => String, { nullable: true }) link!: string | null;
  @Field(() => [ServiceSpanObject]) hours!: ServiceSpanObject[];

  static of({ phone, mailTo, link, hours }: StoredContact): ContactObject {
    return { phone, mailTo, link, hours: spansOf(hours) };
  }
}

const days = 'Such as 8-18 or 08:00-16:30; closed when absent.';

@InputType()
export class SaveContactInput {
  @Field(() => ID, { nullable: true, description: 'The whole community when absent.' }) boardId?: string;
  @Field(() => String, { nullable: true }) phone?: string;
  @Field(() => String, { nullable: true }) mailTo?: string;
  @Field(() => String, { nullable: true, description: 'Path of ours or an https address.' }) link?: string;
  @Field(() => String, { nullable: true, description: days }) monday?: string;
  @Field(() => String, { nullable: true, description: days }) tuesday?: string;
  @Field(() => String, { nullable: true, description: days }) wednesday?: string;
  @Field(() => String, { nullable: true, description: days }) thursday?: string;
  @Field(() => String, { nullable: true, description: days }) friday?: string;
  @Field(() => String, { nullable: true, description: days }) saturday?: string;
  @Field(() => String, { nullable: true, description: days }) sunday?: string;
  @Field(() => String) clientKey!: string;
}

const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);

/** @param error key of the text that names the day */
const timesOf = (error: string) =>
  optional(
    z
      .string()
      .max(40, { error })
      .refine((written) => readTimes(written) !== null, { error }),
  );
export const saveContactSchema = z
  .object({
    boardId: z
      .string()
      .max(64)
      .nullish()
      .transform((value) => value ?? undefined),
    phone: optional(
      z
        .string()
        .trim()
        .max(40)
        .regex(/^\+?[\d\s()/.-]{4,}$/),
    ),
    mailTo: optional(z.string().trim().max(254).pipe(z.email())),
    link: optional(
      z
        .string()
        .max(SITE_LIMITS.linkMax)
        .regex(/^(?:\/(?![/\\])|https:\/\/[^/\s])\S*$/),
    ),
    ...({
      monday: timesOf('site:error.times.monday'),
      tuesday: timesOf('site:error.times.tuesday'),
      wednesday: timesOf('site:error.times.wednesday'),
      thursday: timesOf('site:error.times.thursday'),
      friday: timesOf('site:error.times.friday'),
      saturday: timesOf('site:error.times.saturday'),
      sunday: timesOf('site:error.times.sunday'),
    } satisfies Record<Weekday, ReturnType<typeof timesOf>>),
    clientKey: z.uuid(),
  })
  .transform((input) => {
    const hours: ServiceHours = Object.fromEntries(
      WEEKDAYS.flatMap((day) => (input[day] === null ? [] : [[day, readTimes(input[day])!]])),
    );
    const { boardId, phone, mailTo, link } = input;
    return { boardId, phone, mailTo, link, hours };
  });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class SaveContactSuccess extends MutationSuccess {}
export const SaveContactResult = mutationResult('SaveContactResult', SaveContactSuccess);

@ObjectType({ description: 'A contact as the operator has set it, for administrators.' })
export class ContactSettings {
  @Field(() => ID, { nullable: true, description: 'The whole community when absent.' })
  boardId!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'After the board it is part of, in the language of the request.',
  })
  boardName!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) mailTo!: string | null;
  @Field(() => String, { nullable: true }) link!: string | null;
  @Field(() => [DayHours], { description: 'All seven days.' }) days!: DayHours[];
}

@ObjectType({ description: 'The times of one day.' })
export class DayHours {
  @Field(() => WeekdayEnum) day!: Weekday;
  @Field(() => String, { nullable: true, description: '08:00-18:00; closed when absent.' })
  times!: string | null;
}
