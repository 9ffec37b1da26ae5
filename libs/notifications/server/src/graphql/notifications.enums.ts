import { registerEnumType } from '@nestjs/graphql';

/** Enum values are what identity stores; names are what the schema shows. */
export enum NoticeOccasionEnum {
  REPLY = 'reply',
  MENTION = 'mention',
  THREAD = 'thread',
  SOLUTION = 'solution',
  SOLVED = 'solved',
  DUPLICATE = 'duplicate',
  KUDOS = 'kudos',
  UNSOLVED = 'unsolved',
  SETTLED = 'settled',
  HIDDEN = 'hidden',
  ACCESS_ACCEPTED = 'access-accepted',
  ACCESS_DECLINED = 'access-declined',
  REPORT = 'report',
  OBJECTION = 'objection',
  SHOWN = 'shown',
  REVEALED = 'revealed',
  COMMENT_SHOWN = 'comment-shown',
  COMMENT_HIDDEN = 'comment-hidden',
  COMMENT_REPORT = 'comment-report',
  COMMENT_OBJECTION = 'comment-objection',
  REPORTED = 'reported',
  WAITING = 'waiting',
  UNLAWFUL = 'unlawful',
  REVEAL = 'reveal',
}
export enum DeskEnum {
  REPORTED = 'reported',
  WAITING = 'waiting',
  UNLAWFUL = 'unlawful',
  REVEAL = 'reveal',
}
export enum MailPaceEnum {
  AT_ONCE = 'at-once',
  DAILY = 'daily',
  NEVER = 'never',
}
export enum EndedMailsEnum {
  ABOUT_THREAD = 'about-thread',
  SHARED_PROBLEM = 'shared-problem',
  DIGEST = 'digest',
  ANSWER = 'answer',
  REPLY = 'reply',
  MENTION = 'mention',
  THREAD = 'thread',
  SOLUTION = 'solution',
  SOLVED = 'solved',
  KUDOS = 'kudos',
  REPORT = 'report',
  REPORTED = 'reported',
  WAITING = 'waiting',
  UNLAWFUL = 'unlawful',
  REVEAL = 'reveal',
}
export enum FollowStateEnum {
  NONE = 'none',
  FOLLOWING = 'following',
  MUTED = 'muted',
}

registerEnumType(NoticeOccasionEnum, { name: 'NoticeOccasion', description: 'What somebody was told of.' });
registerEnumType(DeskEnum, {
  name: 'Desk',
  description: 'Where work of moderators and custodians lies, by what they are told of.',
});
registerEnumType(MailPaceEnum, { name: 'MailPace', description: 'How soon a mail tells of something.' });
registerEnumType(EndedMailsEnum, {
  name: 'EndedMails',
  description:
    'What the link of a mail ends: all about a thread, the mail to a guest who shares its problem, the daily mail, or a kind.',
});
registerEnumType(FollowStateEnum, {
  name: 'FollowState',
  description: 'Where the viewer stands towards a board or a tag.',
});
