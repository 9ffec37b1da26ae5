/** Something the operator can put right. The message is one sentence that says what is wrong and what to do. */
export class OperatorProblem extends Error {}

/** What PostgreSQL or the network says when there is no database to talk to. */
const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'its host is not known',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses the password',
  '3D000': 'it does not hold that database',
  '57P03': 'it is starting or stopping',
};

/** What the operating system says of a path. */
const PATH_PROBLEMS: Record<string, string> = {
  EACCES: 'may not be used by this user',
  EPERM: 'may not be used by this user',
  EROFS: 'lies on a disk that cannot be written to',
  ENOTDIR: 'lies below something that is no folder',
  EISDIR: 'is a folder, not a file',
};

/** @returns the sentence for an error the operator can put right; null for a defect */
export function operatorSentence(error: unknown): string | null {
  if (error instanceof OperatorProblem) return error.message;
  const { code = '', port, path, syscall } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'ENOSPC' || code === '53100') return 'The disk is full: make room, then try again.';
  if (syscall === 'listen')
    return `Port ${port} cannot be used (${code}): end the program that has it, or choose another with PORT.`;
  if (path && code in PATH_PROBLEMS)
    return `${path} ${PATH_PROBLEMS[code]} (${code}): look at DATA_DIR and KEYS_DIR.`;
  if (code in UNREACHABLE) return `The database cannot be used: ${UNREACHABLE[code]}. Look at DATABASE_URL.`;
  return null;
}
