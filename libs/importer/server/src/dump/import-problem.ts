import { OperatorProblem } from '@kundig/platform/server';

/** Why something in a dump was left out. */
export type ImportProblemCode =
  /** The row is not well-formed XML or not JSON. */
  | 'malformed'
  /** The row lacks a column, or a value has the wrong form or is too long. */
  | 'invalid'
  /** A row with the same id came before. */
  | 'repeated'
  /** The row belongs to a question or post that is not in the dump or could not be read. */
  | 'orphaned'
  /** The row names a post (accepted answer, duplicate) that is not in the dump; only the naming is left out. */
  | 'dangling'
  /** The body could not be turned into Markdown. */
  | 'unconvertible';

/** One row, or one part of a row, that was left out of the import. */
export interface ImportProblem {
  /** File name without folder, such as `Posts.xml.gz`. */
  readonly file: string;
  /** Line of the row in the unpacked file, counted from 1. */
  readonly line: number;
  readonly code: ImportProblemCode;
  /** One English clause for the operator. Names columns and ids, never quotes a text. */
  readonly reason: string;
}

/** Told of every problem, in the order in which the import meets them. */
export type ReportProblem = (problem: ImportProblem) => void;

/** The dump as a whole cannot be imported: nothing was planned, so nothing was half imported. */
export class UnreadableDumpError extends OperatorProblem {
  override readonly name = 'UnreadableDumpError';
}
