import { Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';

/** Codes a client may see; everything else is a defect of ours and says nothing. */
const SHOWN = new Set([
  'NotFoundError',
  'NotAllowedError',
  'SignInRequiredError',
  'InvalidInputError',
  'TooManyRequestsError',
  'ConflictError',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
]);
/** Said instead of messages that quote what was sent, or tell a limit. */
const BLUNT: Record<string, string> = {
  BAD_USER_INPUT: 'Invalid input.',
  GRAPHQL_PARSE_FAILED: 'Malformed operation.',
};
const log = new Logger('GraphQL');

/** Answers expected errors as they are; of a defect only that there was one (it goes to the log, without variables). */
export function hideDefects(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? '');
  if (SHOWN.has(code))
    return {
      message: BLUNT[code] ?? formatted.message,
      path: formatted.path,
      extensions: { code },
    };
  log.error(
    `${formatted.path?.join('.') ?? '-'}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return { message: 'Internal error.', path: formatted.path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
