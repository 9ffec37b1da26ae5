import { Field, ObjectType } from '@nestjs/graphql';
import type { TextSource } from '../sources/text-sources.js';

@ObjectType({ description: 'Where an imported text comes from, as its licence wants it shown.' })
export class ImportSource implements TextSource {
  @Field({ description: 'Host name of the old site.' })
  site!: string;

  @Field({ description: 'Address on the old site.' })
  url!: string;

  @Field({ description: 'Name of the author there.' })
  author!: string;

  @Field({ description: 'Such as CC BY-SA 4.0.' })
  licence!: string;

  @Field(() => String, { nullable: true, description: 'Text of the licence, where its address is known.' })
  licenceUrl!: string | null;
}
