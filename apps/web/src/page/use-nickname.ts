import { useQuery } from '@apollo/client/react';
import { usePageRuntime } from '@kundig/web-kit';
import { FrameQuery } from './frame-query.js';

/** @returns the nickname of the person signed in, empty for visitors; the frame has asked for it already */
export function useNickname(): string {
  const { viewer } = usePageRuntime();
  const { data } = useQuery(FrameQuery, { skip: viewer === 'visitor' });
  return data?.viewer.member?.nickname ?? '';
}
