import { z } from 'zod';

/** Largest id of a dump: theirs are 32-bit. */
const LARGEST_ID = 2 ** 31 - 1;
/** Characters of a body at most; the original allows 30,000 of Markdown, which as HTML stay well below. */
export const LONGEST_BODY = 250_000;

// Old dumps write a missing value as an empty attribute (`ViewCount=""`).
const absentIfEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,10}$/, 'is no whole number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const id = absentIfEmpty(number(1, LARGEST_ID));
const optionalId = absentIfEmpty(number(1, LARGEST_ID).optional());
/** -1 is the site's own account; 0 stands for nobody in some old dumps. */
const optionalUserId = absentIfEmpty(number(-1, LARGEST_ID).optional()).transform((value) =>
  value === 0 ? undefined : value,
);
const count = absentIfEmpty(number(0, LARGEST_ID).default(0));
const score = absentIfEmpty(number(-LARGEST_ID, LARGEST_ID).default(0));

/** Dumps write UTC without saying so, and in old tables only the day. */
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?)?$/, 'is no date')
  .transform((value, context) => {
    const utc = value.includes('T') && !value.endsWith('Z') ? `${value}Z` : value;
    const time = Date.parse(utc);
    if (!Number.isNaN(time)) return new Date(time).toISOString();
    context.addIssue({ code: 'custom', message: 'is no date' });
    return z.NEVER;
  });
const optionalInstant = absentIfEmpty(instant.optional());

// PostgreSQL refuses the first of them.
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
/** Text without control characters, with LF line ends, in Unicode form NFC. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').normalize('NFC');
const text = (longest: number) => z.string().max(longest).transform(cleanText);
const oneLine = (longest: number) => text(longest).transform((value) => value.replace(/\s+/g, ' ').trim());
const optionalName = absentIfEmpty(oneLine(200).optional()).transform((value) =>
  value === '' ? undefined : value,
);

/** `PostTypeId` of the two kinds that are imported; all others are tag wikis and site texts. */
export const QUESTION = 1;
/** See {@link QUESTION}. */
export const ANSWER = 2;

/** A row of `Posts` with what the import uses. Instants are ISO 8601 in UTC, so that a row survives JSON. */
export const postRow = z
  .object({
    Id: id,
    PostTypeId: id,
    ParentId: optionalId,
    AcceptedAnswerId: optionalId,
    CreationDate: instant,
    LastEditDate: optionalInstant,
    ClosedDate: optionalInstant,
    Score: score,
    ViewCount: count,
    Title: oneLine(1_000).default(''),
    Body: text(LONGEST_BODY).default(''),
    Tags: z.string().max(1_000).default(''),
    OwnerUserId: optionalUserId,
    OwnerDisplayName: optionalName,
  })
  .superRefine((row, context) => {
    if (row.PostTypeId === QUESTION && row.Title === '')
      context.addIssue({ code: 'custom', path: ['Title'], message: 'is missing' });
    if (row.PostTypeId === ANSWER && !row.ParentId)
      context.addIssue({ code: 'custom', path: ['ParentId'], message: 'is missing' });
  });
/** See {@link postRow}. */
export type PostRow = z.output<typeof postRow>;

/** A row of `Comments`. `Text` is the short Markdown of comments, not HTML. */
export const commentRow = z.object({
  Id: id,
  PostId: id,
  Score: count,
  Text: text(20_000).pipe(z.string().trim().min(1)),
  CreationDate: instant,
  UserId: optionalUserId,
  UserDisplayName: optionalName,
});
/** See {@link commentRow}. */
export type CommentRow = z.output<typeof commentRow>;

/** A row of `Users`: of the person only the public name is read. */
export const userRow = z.object({ Id: absentIfEmpty(number(-1, LARGEST_ID)), DisplayName: optionalName });
/** See {@link userRow}. */
export type UserRow = z.output<typeof userRow>;

/** `VoteTypeId` of an up-vote. */
export const UP_VOTE = 2;
/** `VoteTypeId` of a down-vote. */
export const DOWN_VOTE = 3;
/**
 * A row of `Votes`. `Count` is ours: an excerpt may say "nineteen of these" in one row; original dumps have a row per
 * vote.
 */
export const voteRow = z.object({
  PostId: id,
  VoteTypeId: id,
  Count: absentIfEmpty(number(1, LARGEST_ID).default(1)),
});
/** See {@link voteRow}. */
export type VoteRow = z.output<typeof voteRow>;

/** `LinkTypeId` of "is a duplicate of". */
export const DUPLICATE = 3;
/** A row of `PostLinks`. */
export const postLinkRow = z.object({ PostId: id, RelatedPostId: id, LinkTypeId: id });
/** See {@link postLinkRow}. */
export type PostLinkRow = z.output<typeof postLinkRow>;
