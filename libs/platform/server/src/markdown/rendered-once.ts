import type { RequestContext } from '../context/request-context.js';
import { plainTextOfHtml } from './plain-text.js';
import { renderMarkdown, type RenderedMarkdown } from './render-markdown.js';

/** A text as readers get it, and without markup. */
export interface RenderedText extends RenderedMarkdown {
  readonly plainText: string;
}

/**
 * Renders a text whose mentions lead nowhere, once for all who ask during a request: what is sent is judged, told by its
 * language and stored.
 * @param ownOrigin as of `renderMarkdown`
 * @throws RangeError, TypeError as `renderMarkdown`
 */
export function renderedOnce(ctx: RequestContext, source: string, ownOrigin: string): RenderedText {
  const known = ctx.remember(renderedOnce, () => new Map<string, RenderedText>());
  const key = `${ownOrigin} ${source}`;
  const before = known.get(key);
  if (before) return before;
  const rendered = renderMarkdown(source, { ownOrigin });
  const text = { ...rendered, plainText: plainTextOfHtml(rendered.html) };
  known.set(key, text);
  return text;
}
