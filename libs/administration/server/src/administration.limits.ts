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
} as const;
