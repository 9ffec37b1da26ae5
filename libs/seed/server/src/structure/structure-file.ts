import { readFile } from 'node:fs/promises';
import { OperatorProblem, ROLES } from '@kundig/platform/server';
import { z } from 'zod';

/** A slug as it stands in addresses. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
  .max(80);

/** @param maximum characters of each text */
export const bilingual = (maximum: number) =>
  z.strictObject({ de: z.string().trim().min(2).max(maximum), en: z.string().trim().min(2).max(maximum) });

const nickname = z.string().min(1).max(80);

const group = z.strictObject({
  slug: slugSchema,
  name: bilingual(60),
  description: bilingual(200).optional(),
  members: z.array(nickname).max(1_000).default([]),
});

const boardBase = {
  slug: slugSchema,
  name: bilingual(60),
  description: bilingual(200),
  visibility: z.enum(['public', 'members', 'group']).default('public'),
  /** Slug of the group, for `visibility: group` only. */
  group: slugSchema.optional(),
  /** Whether others learn of a group board (`announced`: name and teaser) or not at all (`hidden`). */
  groupVisibility: z.enum(['announced', 'hidden']).optional(),
  /** Who may open threads; replying is open to everyone who may see the board. */
  opening: z.enum(['members', 'staff']).default('members'),
};
/** A board of the second level. */
export const childBoardSchema = z.strictObject(boardBase);
/** A board of the first level with its children. */
export const boardSchema = z.strictObject({
  ...boardBase,
  children: z.array(childBoardSchema).max(50).default([]),
});
/** A group whose members see the boards that name it. */
export const groupSchema = group;

const grant = z.strictObject({
  nickname,
  role: z.enum(ROLES),
  /** Slug of the one board it holds for; the whole community when absent. */
  board: slugSchema.optional(),
});

const structure = z.strictObject({
  groups: z.array(group).max(200).default([]),
  boards: z.array(boardSchema).max(100).default([]),
  roles: z.array(grant).max(1_000).default([]),
});

export type SeedBoard = z.infer<typeof childBoardSchema>;
export type SeedBoardTree = z.infer<typeof boardSchema>;
export type SeedGroup = z.infer<typeof group>;
export type SeedGrant = z.infer<typeof grant>;
/** Boards, groups and roles of a community. */
export type Structure = z.infer<typeof structure>;

/** The file cannot be used; the message says why, in one sentence for the operator. */
export class SeedRefused extends OperatorProblem {
  override readonly name = 'SeedRefused';
}

/**
 * @param path of a JSON file
 * @throws SeedRefused when it cannot be read or does not have this shape
 */
export async function readStructure(path: string): Promise<Structure> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SeedRefused(`The file ${path} cannot be read (${error.code ?? error.message}).`);
  });
  const parsed = structure.safeParse(parseJson(path, text));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SeedRefused(`The file ${path} does not have the form of a seed: ${issues.join('; ')}.`);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SeedRefused(`The file ${path} is not JSON: ${(error as Error).message}.`);
  }
}
