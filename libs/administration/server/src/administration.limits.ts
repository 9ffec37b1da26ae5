/** Bounds of what is written here, in characters after NFC normalisation. */
export const ADMINISTRATION_LIMITS = {
  groupNameMax: 60,
  noteMax: 500,
  reasonMin: 3,
  reasonMax: 300,
  nicknameMax: 60,
  /** At once. */
  invitationsMax: 50,
  pastedMailsMax: 20_000,
  invitedGroupsMax: 20,
  invitationMessageMax: 1000,
  hostMax: 253,
  mailUserMax: 320,
  mailPasswordMax: 1000,
  senderNameMax: 60,
} as const;
