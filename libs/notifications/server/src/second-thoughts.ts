/** Seconds between an act and the mail that tells of it: time to correct, delete or take back without anybody noticing. */
export const SECOND_THOUGHTS = 120;
