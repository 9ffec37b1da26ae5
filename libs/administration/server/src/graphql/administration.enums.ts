import { registerEnumType } from '@nestjs/graphql';

/** Who reads a board; the most closed first. */
export enum BoardAudienceEnum {
  GROUP_HIDDEN = 'group-hidden',
  GROUP_ANNOUNCED = 'group-announced',
  MEMBERS = 'members',
  PUBLIC = 'public',
}
export enum BoardPostingEnum {
  MEMBERS = 'members',
  STAFF = 'staff',
}

registerEnumType(BoardAudienceEnum, {
  name: 'BoardAudience',
  description: 'Who reads a board. Others learn of the board of a group only where it is announced.',
});
registerEnumType(BoardPostingEnum, { name: 'BoardPosting', description: 'Who may begin threads.' });

export enum AccessDecisionEnum {
  DECLINED = 'declined',
  ACCEPTED = 'accepted',
}
export enum RoleEnum {
  MODERATOR = 'moderator',
  STAFF = 'staff',
  EDITOR = 'editor',
  AUTHOR = 'author',
  CUSTODIAN = 'custodian',
  ADMINISTRATOR = 'administrator',
}

registerEnumType(AccessDecisionEnum, { name: 'AccessDecision' });
registerEnumType(RoleEnum, { name: 'Role', description: 'What a member may do beyond plain membership.' });
