import type { Type } from '@nestjs/common';
import { createUnionType, Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { COMMON_ERRORS, type UserError } from '../errors/expected-error.js';

/** What every successful mutation can say, so that a plain form knows where to go next. */
@InterfaceType({
  description: 'A mutation that succeeded names the page on which the result is seen.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class MutationSuccess {
  @Field({ description: 'Path of the page on which the result is seen, without language prefix.' })
  path!: string;
}

@ObjectType({ description: 'A link made for one person: whoever holds it is taken for them.' })
export class PersonalLink {
  @Field({ description: 'Mail address of the person.' }) mail!: string;
  @Field({ description: 'The whole address, with the community’s own.' }) url!: string;
}

/** What is handed over here is stored nowhere in a form that could be read again. */
@InterfaceType({
  description: 'A mutation that succeeded and hands over links; this answer is the only one that holds them.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class LinkHandover {
  @Field(() => [PersonalLink], { description: 'None when nothing new was made.' })
  links!: PersonalLink[];
}

@ObjectType('RevealedPerson', { description: 'Who stands behind a persona.' })
export class RevealedPersonObject {
  @Field({ description: 'Under which the person is a member.' }) nickname!: string;
  @Field({ description: 'Mail address of the account.' }) mail!: string;
}

/** What is handed over here is stored nowhere, and in no other answer. */
@InterfaceType({
  description: 'A mutation that succeeded and shows a person; this answer is the only one that holds it.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class PersonHandover {
  @Field(() => RevealedPersonObject, { nullable: true, description: 'Null where the account is gone.' })
  person!: RevealedPersonObject | null;
}

/**
 * Makes the result union of a mutation: its success, the common errors and its own.
 * @param name    `<Verb><Noun>Result`
 * @param success class of the success type; resolvers return an instance of it (see `succeed`)
 */
export function mutationResult<S extends MutationSuccess>(
  name: string,
  success: Type<S>,
  ownErrors: readonly Type<UserError>[] = [],
): S {
  return createUnionType({
    name,
    types: () => [success, ...COMMON_ERRORS, ...ownErrors] as const,
    resolveType: (value: { __typename?: string }) => value.__typename ?? success.name,
  }) as unknown as S;
}

/** @returns an instance of a success type, so that GraphQL can tell it by its class */
export function succeed<S extends MutationSuccess>(type: Type<S>, fields: Omit<S, never>): S {
  return Object.assign(new type(), fields);
}
