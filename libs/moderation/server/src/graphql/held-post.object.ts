import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocaleEnum, TextChangeObject, textChanges, type Locale } from '@kundig/platform/server';
import type { HeldItem } from '../held/held-desk.js';

export enum HeldKindEnum {
  THREAD = 'thread',
  REPLY = 'reply',
  SELF_SOLVED = 'self-solved',
  EDIT = 'edit',
  COMMENT = 'comment',
}
registerEnumType(HeldKindEnum, {
  name: 'HeldKind',
  description:
    'A new thread, an answer, how an asker solved it, a change of a post, or a comment below an article.',
});

@ObjectType({ description: 'The thread, the changed post or the article something that waits belongs to.' })
export class HeldSubject {
  @Field() title!: string;
  @Field() path!: string;
  @Field(() => LocaleEnum) lang!: Locale;

  static of({ title, lang }: { title: string; lang: Locale }, path: string): HeldSubject {
    return Object.assign(new HeldSubject(), { title, path, lang });
  }
}

@ObjectType('HeldPost', { description: 'What was sent and waits for a moderator; it is no post yet.' })
export class HeldPostObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly item!: HeldItem;

  @Field(() => ID) id!: string;
  @Field(() => HeldKindEnum) kind!: HeldKindEnum;
  @Field(() => String, { nullable: true, description: 'Of a thread; an answer has none.' })
  title!: string | null;
  @Field({ description: 'Markdown, as it was written.' }) body!: string;
  @Field(() => GraphQLISODateTime, {
    description: 'To the quarter of an hour where it was written anonymously.',
  })
  heldAt!: Date;
  @Field({ description: 'Whether the time is known to the quarter of an hour only.' })
  heldAtRounded!: boolean;
  @Field(() => [TextChangeObject], {
    description: 'Of the text everybody reads; empty where it is new, or only the title changes.',
  })
  changes!: readonly TextChangeObject[];

  static of(item: HeldItem): HeldPostObject {
    const { id, memberId, write, heldAt } = item;
    const edited = 'edited' in item ? item.edited : null;
    return Object.assign(new HeldPostObject(), {
      item,
      id,
      kind: write.kind,
      title: 'title' in write ? (write.title ?? null) : null,
      body: write.body,
      heldAt: new Date(heldAt),
      heldAtRounded: memberId === null,
      changes: edited ? textChanges(edited.bodyMd, write.body) : [],
    });
  }
}
