import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** What a reader gets from a piece of HTML, as far as it can be compared. */
export interface Rendered {
  /** All text without white space; raised and lowered digits as plain ones. */
  readonly words: string;
  /** Targets of links and sources of pictures, decoded. */
  readonly targets: string[];
}

// As strict as the product's own renderer is meant to be: HTML is text, a line end is a break.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** Reads HTML. */
export function rendered(html: string): Rendered {
  const targets: string[] = [];
  const note = (name: 'href' | 'src') => (tagName: string, attribs: Record<string, string>) => {
    const target = attribs[name];
    if (target !== undefined) targets.push(decode(target.trim()));
    return { tagName, attribs };
  };
  const text = sanitizeHtml(html, { allowedTags: [], transformTags: { a: note('href'), img: note('src') } });
  return { words: text.normalize('NFKC').replace(/[\s^_]+/g, ''), targets };
}

/** Reads Markdown as our readers will see it. */
export const renderedMarkdown = (source: string): Rendered => rendered(markdown.render(source));

function decode(target: string): string {
  const absolute = target.startsWith('//') ? `https:${target}` : target;
  try {
    return decodeURIComponent(absolute);
  } catch {
    return absolute;
  }
}
