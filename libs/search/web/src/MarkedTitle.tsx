import { TitleText, type TextRange } from '@kundig/web-kit';

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The title of a hit, with the words looked for marked. @param html escaped text and `<mark>`, nothing else */
export function MarkedTitle({ html }: { html: string }) {
  let text = '';
  const marked: TextRange[] = [];
  html.split(/<\/?mark>/).forEach((piece, index) => {
    const start = text.length;
    text += piece.replace(/&(?:amp|lt|gt|quot|#39);/g, (escape) => CHARACTERS[escape]!);
    if (index % 2 === 1) marked.push({ start, end: text.length });
  });
  return <TitleText text={text} marked={marked} />;
}
