import { registerEnumType } from '@nestjs/graphql';

export { LocaleEnum } from '@kundig/platform/server';

/** Enum values are what the database stores; names are what the schema shows. */
export enum ThreadKindEnum {
  QUESTION = 'question',
  DISCUSSION = 'discussion',
}
export enum ThreadStateEnum {
  ANY = 'any',
  OPEN = 'open',
  UNANSWERED = 'unanswered',
  SOLVED = 'solved',
}
export enum ThreadOrderEnum {
  ACTIVITY = 'activity',
  NEWEST = 'newest',
}
export enum PostKindEnum {
  OPENING = 'opening',
  REPLY = 'reply',
  COMMENT = 'comment',
}
export enum BoardVisibilityEnum {
  PUBLIC = 'public',
  MEMBERS = 'members',
  GROUP = 'group',
}
export enum VoiceEnum {
  NICKNAME = 'nickname',
  ANONYMOUS = 'anonymous',
}

registerEnumType(ThreadKindEnum, {
  name: 'ThreadKind',
  description: 'A question can be solved; a discussion has no single right answer.',
});
registerEnumType(ThreadStateEnum, { name: 'ThreadState' });
registerEnumType(ThreadOrderEnum, { name: 'ThreadOrder' });
registerEnumType(PostKindEnum, { name: 'PostKind' });
registerEnumType(BoardVisibilityEnum, { name: 'BoardVisibility' });
registerEnumType(VoiceEnum, {
  name: 'Voice',
  description: 'As whom a member speaks in a thread; fixed by the first post.',
});
