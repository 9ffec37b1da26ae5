import type { FragmentType } from '@kundig/api-contract';
import { useMessages } from '@kundig/web-kit';
import { ThreadLinks, type ThreadLinks_thread } from './ThreadLinks.js';

const SHOWN = 5;

interface AlsoAskedProps {
  /** Duplicates of a thread, the oldest first. */
  threads: readonly FragmentType<typeof ThreadLinks_thread>[];
}

/** In which other words a thread was asked: the first few, and the rest on demand. Their own standing says nothing, as they lead here. */
export function AlsoAsked({ threads }: AlsoAskedProps) {
  const t = useMessages('forum');
  const more = threads.slice(SHOWN);
  return (
    <>
      <ThreadLinks threads={threads.slice(0, SHOWN)} withStandings={false} />
      {more.length > 0 && (
        <details>
          <summary>{t('duplicate.more', { count: more.length })}</summary>
          <ThreadLinks threads={more} withStandings={false} />
        </details>
      )}
    </>
  );
}
