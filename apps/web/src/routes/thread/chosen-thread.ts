import type { PageProps } from '@kundig/web-kit';

const LONGEST = 200;
const ADDRESS = /(?:^|\/)t\/[^/\s]+\/([\w-]{1,64})/;

/** Part of the address in which it stands. */
type Field = 'into' | 'of';

/** @returns what a page asks for that chooses another thread: an address, whole or in part, names it; anything else is looked for */
export function chosenThread({ params, url }: Pick<PageProps, 'params' | 'url'>, field: Field) {
  const words = (url.searchParams.get(field) ?? '').trim().slice(0, LONGEST);
  const into = ADDRESS.exec(words)?.[1];
  return {
    id: params.id!,
    ...{ into: into ?? '', chosen: into !== undefined },
    ...{ words, searched: words !== '' && into === undefined },
  };
}

/** @returns where another thread is chosen on such a page */
export const choiceOf = (page: string, field: Field, path: string): string =>
  `${page}?${field}=${encodeURIComponent(path)}`;
