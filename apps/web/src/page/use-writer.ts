import { usePageRuntime, usePreparedQuery } from '@kundig/web-kit';
import { FrameQuery } from './frame-query.js';

/** Who writes, as the composers need it. */
export interface Writer {
  /** Empty for visitors. */
  nickname: string;
  /** Whether they speak for the operator. */
  isStaff: boolean;
}

/** @returns the person signed in; the frame has asked for it already */
export function useWriter(): Writer {
  const { viewer } = usePageRuntime();
  const data = usePreparedQuery(FrameQuery, {}, { skip: viewer === 'visitor' });
  return { nickname: data?.viewer.member?.nickname ?? '', isStaff: data?.viewer.speaksAsStaff ?? false };
}
