import { SetMetadata } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';

/** All public faces of one person, as identity names them for this one purpose. */
export interface DataSubject {
  /** Present only on the identity side. */
  readonly accountId: string | null;
  /** The member and all its personas. */
  readonly pseudonymIds: readonly string[];
}

/** One line of a person's own-data export. */
export type ExportRow = { readonly kind: string } & Record<string, unknown>;

/** What a domain knows about persons: every domain with person columns has one, and a test finds tables without. */
export interface PersonalDataHandler {
  export(ctx: RequestContext, subject: DataSubject): AsyncIterable<ExportRow>;
  /** Forgets the person; other people's totals must not move. @returns number of rows changed */
  erase(ctx: RequestContext, subject: DataSubject): Promise<number>;
}

export const PERSONAL_DATA = Symbol('kundig:personal-data');

/** Marks a provider as the handler of these qualified tables. */
export const PersonalData = (options: { tables: readonly string[] }) => SetMetadata(PERSONAL_DATA, options);
