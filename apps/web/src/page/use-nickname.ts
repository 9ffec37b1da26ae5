import { usePageRuntime, usePreparedQuery } from '@kundig/web-kit';
import { FrameQuery } from './frame-query.js';

/** @returns the nickname of the person signed in, empty for visitors; the frame has asked for it already */
export function useNickname(): string {
  const { viewer } = usePageRuntime();
  const data = usePreparedQuery(FrameQuery, {}, { skip: viewer === 'visitor' });
  return data?.viewer.member?.nickname ?? '';
}
