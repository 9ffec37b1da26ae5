import { Notice, useMessages, type MessageKey } from '@kundig/web-kit';

interface DoneNoticeProps {
  url: URL;
  /** What is said to each word with which the answer to a form leads to this page. */
  texts: Readonly<Record<string, MessageKey<'pages'>>>;
}

/** Confirms what was just done, with scripts and without: the address bears the word. One that means nothing here says nothing. */
export function DoneNotice({ url, texts }: DoneNoticeProps) {
  const t = useMessages('pages');
  const word = url.searchParams.get('done');
  const text = word !== null && Object.hasOwn(texts, word) ? texts[word] : undefined;
  return text && <Notice>{t(text)}</Notice>;
}
