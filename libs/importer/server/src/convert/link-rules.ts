import { attribute, type Rules } from './rule.js';
import type { ConversionContext } from './html-to-markdown.js';

/** Characters that would end or bend a link target; percent-encoded they mean the same. */
const UNSAFE_IN_TARGET = /[\s<>()\\"^`{|}]/g;

/** Rules for links and images. Only http, https and mailto go through; of anything else the text stays. */
export function linkRules({ site }: ConversionContext): Rules {
  const target = (address: string, schemes: RegExp): string | null => {
    const absolute = address.startsWith('//') ? `https:${address}` : address;
    const rooted = absolute.startsWith('/') && site !== null ? `https://${site}${absolute}` : absolute;
    if (!rooted.startsWith('/') && !schemes.test(rooted)) return null;
    return rooted.replace(UNSAFE_IN_TARGET, (sign) =>
      encodeURIComponent(sign).replace(/[()]/g, (p) => (p === '(' ? '%28' : '%29')),
    );
  };
  const title = (text: string): string =>
    text === '' ? '' : ` "${text.replace(/\s+/g, ' ').replace(/(["\\])/g, '\\$1')}"`;

  return {
    link: {
      filter: 'a',
      replacement: (content, node) => {
        const written = attribute(node, 'href');
        const href = target(written, /^(?:https?:\/\/|mailto:)/i);
        if (href === null) return content;
        const text = content.trim().replace(/\n+/g, ' ');
        const isAddress = (node.textContent ?? '').trim() === written || text === '';
        if (isAddress && href === written && !href.startsWith('/')) return `<${href}>`;
        return `[${text || href}](${href}${title(attribute(node, 'title'))})`;
      },
    },
    image: {
      filter: 'img',
      replacement: (_content, node) => {
        const alt = attribute(node, 'alt')
          .replace(/\s+/g, ' ')
          .replace(/([[\]\\`*_<&])/g, '\\$1');
        const source = target(attribute(node, 'src'), /^https?:\/\//i);
        return source === null ? alt : `![${alt}](${source}${title(attribute(node, 'title'))})`;
      },
    },
  };
}
