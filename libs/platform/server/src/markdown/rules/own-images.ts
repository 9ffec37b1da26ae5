import type { StateCore, Token } from 'markdown-it';
import { ownFilePath } from '../destination.js';

/** An image of ours: addressed by path, fetched when it comes near the screen. */
function showOwn(image: Token, path: string): void {
  image.attrSet('src', path);
  image.attrSet('loading', 'lazy');
  image.attrSet('decoding', 'async');
}

/** An image of others as a link named by its alternative text. Inside a link the text alone stays. */
function linkTo(image: Token, alternativeText: string, insideLink: boolean, state: StateCore): Token[] {
  const address = String(image.attrGet('src'));
  const text = new state.Token('text', '', 0);
  text.content = alternativeText || address;
  if (insideLink) return [text];
  const open = new state.Token('link_open', 'a', 1);
  open.attrSet('href', address);
  const title = image.attrGet('title');
  if (title) open.attrSet('title', title);
  return [open, text, new state.Token('link_close', 'a', -1)];
}

/**
 * Keeps images that this community serves and turns all others into links: whoever serves an image learns who reads
 * the post, and when.
 */
export function keepOwnImages(state: StateCore): void {
  const ownOrigin = state.env['ownOrigin'] as string | undefined;
  for (const block of state.tokens) {
    if (!block.children?.some((token) => token.type === 'image')) continue;
    let linkDepth = 0;
    block.children = block.children.flatMap((token) => {
      if (token.type === 'link_open') linkDepth += 1;
      if (token.type === 'link_close') linkDepth -= 1;
      if (token.type !== 'image') return [token];
      const path = ownFilePath(String(token.attrGet('src')), ownOrigin);
      if (path !== undefined) {
        showOwn(token, path);
        return [token];
      }
      const { renderer, options } = state.md;
      const alternativeText = renderer.renderInlineAsText(token.children ?? [], options, state.env).trim();
      return linkTo(token, alternativeText, linkDepth > 0, state);
    });
  }
}
