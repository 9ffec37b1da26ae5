/**
 * Who is new, in one place: whose account is younger than so many days, or of whom everybody can read fewer posts, or
 * comments where comments are meant, than this under the nickname. An anonymous author always counts as new, whoever it
 * is: a rule that knew better would tell.
 *
 * What follows: fewer posts an hour (`limit-table.ts` of identity, by age alone), and what looks like advertising waits
 * for a moderator (`screening/` of pseudonyms).
 */
export const NEWCOMER = { days: 14, publicPosts: 3 } as const;
