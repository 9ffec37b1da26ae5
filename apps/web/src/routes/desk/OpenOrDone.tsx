import { SegmentedLinks, useMessages } from '@kundig/web-kit';

/** @returns whether an address asks for what is open on a desk; with `?list=done` it asks for what is done */
export const asksForOpen = (url: URL): boolean => url.searchParams.get('list') !== 'done';

interface OpenOrDoneProps {
  /** Of the desk, without the language prefix. */
  path: string;
  /** What the two lists are of. */
  label: string;
  /** Whether what is open is shown. */
  open: boolean;
}

/** The way between what is open on a desk and what is done. */
export function OpenOrDone({ path, label, open }: OpenOrDoneProps) {
  const t = useMessages('pages');
  return (
    <SegmentedLinks
      label={label}
      links={[
        { href: path, text: t('desk.reportsOpen'), current: open },
        { href: `${path}?list=done`, text: t('desk.reportsDone'), current: !open },
      ]}
    />
  );
}
