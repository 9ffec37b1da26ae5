import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { Suspension } from '../context/request-context.js';

/** Something the user can do something about. Thrown by services, answered as data (see ExpectedErrorFilter). */
export class ExpectedError extends Error {
  /**
   * @param typename   GraphQL type of the answer, a member of the mutation's result union
   * @param messageKey key of the translated text, `<domain>:error.<name>`
   * @param details    field: input field at fault; params: values for the text
   */
  constructor(
    readonly typename: string,
    readonly messageKey: string,
    readonly details: { field?: string; params?: Record<string, string | number> } = {},
  ) {
    super(messageKey);
  }
}

@InterfaceType({
  description: 'Something went wrong that the user can do something about.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class UserError {
  @Field({ description: 'What happened and what to do, in the language of the request.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The input field at fault, if it is one.' })
  field?: string | null;
}

/** What is wrong with one field of the input. */
export interface InputFault {
  readonly field: string;
  /** Key of the translated text. */
  readonly messageKey: string;
  readonly params?: Record<string, string | number>;
}

@ObjectType({ description: 'What is wrong with one field of the input.' })
export class InputIssue {
  @Field() field!: string;
  @Field({ description: 'What to mend, in the language of the request.' }) message!: string;
}

@ObjectType({
  implements: () => UserError,
  description:
    'Fields of the input are missing, too long or malformed; `message` and `field` tell the first.',
})
export class InvalidInputError extends UserError {
  @Field(() => [InputIssue], { description: 'One for every field at fault, in the order of the input.' })
  issues!: InputIssue[];
}
export class InvalidInput extends ExpectedError {
  /** One for every field at fault. */
  readonly faults: readonly InputFault[];

  /** @param others faults of further fields */
  constructor(
    field: string,
    messageKey: string,
    params?: Record<string, string | number>,
    others: readonly InputFault[] = [],
  ) {
    super('InvalidInputError', messageKey, { field, params });
    this.faults = [{ field, messageKey, params }, ...others];
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'No such thing, or hidden from the viewer: deliberately the same.',
})
export class NotFoundError extends UserError {}
export class NotFound extends ExpectedError {
  constructor() {
    super('NotFoundError', 'platform:error.notFound');
  }
}

@ObjectType({ implements: () => UserError, description: 'Only members may do this.' })
export class SignInRequiredError extends UserError {}
export class SignInRequired extends ExpectedError {
  constructor() {
    super('SignInRequiredError', 'platform:error.signInRequired');
  }
}

@ObjectType({ implements: () => UserError, description: 'The viewer sees it but may not do this with it.' })
export class NotAllowedError extends UserError {}
export class NotAllowed extends ExpectedError {
  constructor(messageKey = 'platform:error.notAllowed', params?: Record<string, string | number>) {
    super('NotAllowedError', messageKey, { params });
  }
}

/** Whoever is suspended reads on, and is told why and how long at whatever they would have written. */
export class Suspended extends NotAllowed {
  constructor({ reason, endsAt }: Suspension) {
    if (endsAt) super('platform:error.suspendedUntil', { reason, until: endsAt.getTime() });
    else super('platform:error.suspended', { reason });
  }
}

@ObjectType({ implements: () => UserError, description: 'Too often in too short a time.' })
export class TooManyRequestsError extends UserError {}
export class TooManyRequests extends ExpectedError {
  /**
   * @param seconds until the next try may succeed
   * @param messageKey of a text that counts minutes
   */
  constructor(seconds: number, messageKey = 'platform:error.tooManyRequests') {
    super('TooManyRequestsError', messageKey, {
      params: { count: Math.max(1, Math.ceil(seconds / 60)) },
    });
  }
}

@ObjectType({ implements: () => UserError, description: 'Somebody else was faster; look again.' })
export class ConflictError extends UserError {}
export class Conflict extends ExpectedError {
  constructor(messageKey = 'platform:error.conflict', field?: string) {
    super('ConflictError', messageKey, { field });
  }
}

/** Errors any mutation may answer with; `mutationResult` adds them to every union. */
export const COMMON_ERRORS = [
  InvalidInputError,
  NotFoundError,
  SignInRequiredError,
  NotAllowedError,
  TooManyRequestsError,
  ConflictError,
] as const;
