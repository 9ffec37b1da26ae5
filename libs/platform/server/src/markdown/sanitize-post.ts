import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { pictureAttributes } from '../files/picture-address.js';
import { destinationKind, LINK_SCHEMES, ownFilePath } from './destination.js';

/** Foreign addresses in posts earn no rank with search engines, and their pages get no handle on ours. */
const FOREIGN_REL = 'ugc nofollow noopener';

/** Deeper elements lose their tags, not their text: browsers stop nesting near this depth as well. */
const NESTING_LIMIT = 256;

const BLOCKS = ['p', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'ul', 'ol', 'li', 'div'];
const TABLE = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const INLINES = ['a', 'br', 'code', 'em', 'img', 's', 'span', 'strong'];

/** Pictures of one text that are given their sizes; whoever names more of them wants to make the page long. */
const SIZED_PICTURES_MAX = 50;

/** Everything that a post may contain: what is not named here is taken out. */
const ALLOWED: IOptions = {
  allowedTags: [...BLOCKS, ...TABLE, ...INLINES],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    div: [{ name: 'tabindex', values: ['0'] }, { name: 'role', values: ['group'] }, 'aria-label'],
    img: [
      'src',
      'alt',
      'title',
      { name: 'loading', values: ['lazy'] },
      { name: 'decoding', values: ['async'] },
      'width',
      'height',
      'srcset',
      'sizes',
    ],
    ol: ['start'],
    pre: [{ name: 'tabindex', values: ['0'] }],
  },
  allowedClasses: {
    code: [/^language-[a-z0-9.+#-]+$/],
    div: ['table-scroll'],
    li: ['task'],
    span: [/^hljs-[a-z0-9-]+$/, /^[a-z]+_{1,2}$/],
    td: ['align-left', 'align-center', 'align-right'],
    th: ['align-left', 'align-center', 'align-right'],
  },
  allowedSchemes: LINK_SCHEMES,
  nestingLimit: NESTING_LIMIT,
};

/**
 * The last word on what a post may contain: an allow-list over finished HTML, whoever made it. What passed once passes
 * again unchanged.
 *
 * @param ownOrigin Origin of this community, see `RenderOptions`.
 */
export function sanitizePost(html: string, ownOrigin?: string): string {
  let sized = 0;
  return sanitizeHtml(html, {
    ...ALLOWED,
    transformTags: {
      // What a picture needs of the page follows from its address; nobody else has a say in it.
      img: (tagName, { width: _width, height: _height, srcset: _srcset, sizes: _sizes, ...attribs }) => {
        const size = sized++ < SIZED_PICTURES_MAX ? pictureAttributes(attribs['src'] ?? '') : {};
        return { tagName, attribs: { ...attribs, ...size } };
      },
      a: (tagName, { rel: _rel, ...attribs }) => {
        const isForeign = destinationKind(attribs['href'] ?? '', ownOrigin) === 'foreign';
        return { tagName, attribs: isForeign ? { ...attribs, rel: FOREIGN_REL } : attribs };
      },
    },
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'img' && ownFilePath(attribs['src'] ?? '', ownOrigin) === undefined,
  });
}
