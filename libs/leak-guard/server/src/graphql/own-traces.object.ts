import { Field, ObjectType } from '@nestjs/graphql';
import type { Author } from '@kundig/leak-guard/rules';

@ObjectType('OwnTraces', {
  description: 'What the reader’s own account says of them, for their browser to look for while they write.',
})
export class OwnTracesObject implements Author {
  @Field(() => [String]) names!: readonly string[];
  @Field(() => [String]) mailDomains!: readonly string[];
  @Field(() => [String]) organisations!: readonly string[];
  @Field({ description: 'Whether what is found in their texts must go, as they speak for the operator.' })
  bound!: boolean;
}
