import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { TextChange } from './text-changes.js';

export enum TextChangeKind {
  SAME = 'same',
  ADDED = 'added',
  REMOVED = 'removed',
}
registerEnumType(TextChangeKind, { name: 'TextChangeKind' });

@ObjectType('TextChange', { description: 'A run of words that stayed, came or went.' })
export class TextChangeObject {
  @Field(() => TextChangeKind) kind!: TextChange['kind'];
  @Field() text!: string;
}
