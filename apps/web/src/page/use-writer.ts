import type { SuspensionNoteData } from '@kundig/moderation/web';
import { usePageRuntime, usePreparedQuery } from '@kundig/web-kit';
import { FrameQuery } from './frame-query.js';

/** Who writes, as the composers need it. */
export interface Writer {
  /** Empty for visitors. */
  nickname: string;
  /** Whether they speak for the operator. */
  isStaff: boolean;
  /** What keeps them from writing at present; null while a refused text of theirs comes back, which stays in its form. */
  suspension: SuspensionNoteData | null;
}

/** @returns the person signed in; the frame has asked for it already */
export function useWriter(): Writer {
  const { viewer, refusedForm } = usePageRuntime();
  const data = usePreparedQuery(FrameQuery, {}, { skip: viewer === 'visitor' });
  return {
    nickname: data?.viewer.member?.nickname ?? '',
    isStaff: data?.viewer.speaksAsStaff ?? false,
    suspension: refusedForm ? null : (data?.viewer.suspension ?? null),
  };
}
