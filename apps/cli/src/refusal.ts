import {
  EmbeddedPostgresError,
  ConfigurationRefused,
  ForeignKeys,
  RolesMissing,
  WrongSchemaVersion,
} from '@kundig/platform/server';
import { BoardHoldsAnotherImport, UnreadableDumpError } from '@kundig/importer/server';
import { SeedRefused } from '@kundig/seed/server';

/** A command cannot do what it was asked; the message is one sentence for the operator. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Errors whose message is such a sentence. */
const SPEAKING = [
  BoardHoldsAnotherImport,
  Refusal,
  ConfigurationRefused,
  EmbeddedPostgresError,
  ForeignKeys,
  RolesMissing,
  SeedRefused,
  UnreadableDumpError,
  WrongSchemaVersion,
];

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

/** @returns the sentence for an error the operator can put right; null for a defect */
export function sentenceFor(error: unknown): string | null {
  if (SPEAKING.some((type) => error instanceof type)) return (error as Error).message;
  const code = (error as { code?: string }).code ?? '';
  if (code in UNREACHABLE) return `The database cannot be used: ${UNREACHABLE[code]}. Look at DATABASE_URL.`;
  if (code === 'ENOSPC' || code === '53100') return 'The disk is full: make room, then try again.';
  return null;
}
