export { withAbsoluteLinks } from './absolute-links.js';
export { escapeMarkdown } from './escape-markdown.js';
export { detectLanguage, type DetectableLanguage } from './detect-language.js';
export { linksOfHtml } from './links.js';
export { excerpt, firstLine, plainTextOfHtml, plainTextOfMarkdown } from './plain-text.js';
export { MARKDOWN_MAX_LENGTH, namesMentionedIn, RENDER_VERSION, renderMarkdown } from './render-markdown.js';
export type { RenderedMarkdown, RenderOptions } from './render-markdown.js';
export { renderedOnce, type RenderedText } from './rendered-once.js';
export { SLUG_MAX_LENGTH, slugify } from './slug.js';
