/** Bounds of what is written here, in characters after NFC normalisation. */
export const ADMINISTRATION_LIMITS = {
  groupNameMax: 60,
  noteMax: 500,
  reasonMin: 3,
  reasonMax: 300,
  nicknameMax: 60,
} as const;
