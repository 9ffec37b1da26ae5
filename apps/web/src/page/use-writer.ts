import type { SuspensionNoteData } from '@kundig/moderation/web';
import { usePageRuntime, usePreparedQuery } from '@kundig/web-kit';
import { FrameQuery } from './frame-query.js';

/** Who writes, as the composers need it. */
export interface Writer {
  /** The real name of staff, of all others the nickname; empty for visitors. */
  name: string;
  /** Whether they speak for the operator. */
  isStaff: boolean;
  /** Whether they do so and have told no real name yet, without which they write only where a persona of theirs goes on. */
  isNameless: boolean;
  /** What keeps them from writing at present; null while a refused text of theirs comes back, which stays in its form. */
  suspension: SuspensionNoteData | null;
  /** Whether they write nothing until they set up a second factor. */
  owesFactor: boolean;
}

/** @returns the person signed in; the frame has asked for it already */
export function useWriter(): Writer {
  const { viewer, refusedForm } = usePageRuntime();
  const writer = usePreparedQuery(FrameQuery, {}, { skip: viewer === 'visitor' })?.viewer;
  return {
    name: writer?.member?.realName ?? writer?.member?.nickname ?? '',
    isStaff: writer?.speaksAsStaff ?? false,
    isNameless: writer?.staffLacks.includes('NAME') ?? false,
    suspension: refusedForm ? null : (writer?.suspension ?? null),
    owesFactor: writer?.secondFactorOwed ?? false,
  };
}
