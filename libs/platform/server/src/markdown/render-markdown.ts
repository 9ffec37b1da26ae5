import { BIDI_CONTROLS } from './bidi-controls.js';
import { COLOURED_CODE_MAX } from './highlight-code.js';
import { markdown, type RenderEnvironment } from './parser.js';
import { sanitizePost } from './sanitize-post.js';

/** Longest Markdown source that is rendered, in UTF-16 code units. Input schemas use the same figure. */
export const MARKDOWN_MAX_LENGTH = 30_000;

/**
 * Version of the HTML that this pipeline produces. It is stored beside the HTML; raise it with every change that gives
 * other HTML for the same source, so that a job finds and renders again what is out of date.
 */
export const RENDER_VERSION = 1;

/** What the renderer must know about the installation. */
export interface RenderOptions {
  /**
   * Origin under which this community is reached, such as `https://community.example.com`. Without it only relative
   * addresses count as our own.
   */
  ownOrigin?: string;
  /** Path of each member's page by the nickname in small letters: where `@nickname` leads. */
  memberPaths?: ReadonlyMap<string, string>;
}

/** HTML that may be shown as it is, and the version of the pipeline that made it. */
export interface RenderedMarkdown {
  html: string;
  version: number;
}

const LONE_SURROGATES = /\p{Surrogate}/gu;

const normalizeSource = (source: string): string =>
  source.normalize('NFC').replace(BIDI_CONTROLS, '').replace(LONE_SURROGATES, '\uFFFD');

/**
 * Turns what a member wrote into HTML that every reader may be given. Called once, at write time.
 *
 * Raw HTML is text. Headings begin at h3, images of other hosts become links, foreign links carry
 * `rel="ugc nofollow noopener"`, code is coloured by classes. The work and the size of the result are bounded.
 *
 * @param source Markdown, at most {@link MARKDOWN_MAX_LENGTH} UTF-16 code units.
 * @throws RangeError when the source is longer: callers refuse such input before they come here.
 * @throws TypeError when `ownOrigin` is not an absolute address.
 */
export function renderMarkdown(source: string, options: RenderOptions = {}): RenderedMarkdown {
  if (source.length > MARKDOWN_MAX_LENGTH) {
    throw new RangeError(`Markdown of ${source.length} characters is longer than ${MARKDOWN_MAX_LENGTH}.`);
  }
  const ownOrigin = options.ownOrigin === undefined ? undefined : new URL(options.ownOrigin).origin;
  const environment: RenderEnvironment = {
    ownOrigin,
    memberPaths: options.memberPaths,
    colourBudget: { characters: COLOURED_CODE_MAX },
  };
  return {
    html: sanitizePost(markdown.render(normalizeSource(source), environment), ownOrigin),
    version: RENDER_VERSION,
  };
}

/**
 * The names that stand after an @ in what a member wrote, whether somebody bears them or not; a bounded number of them.
 *
 * @param source Markdown, at most {@link MARKDOWN_MAX_LENGTH} UTF-16 code units.
 * @returns in small letters
 */
export function namesMentionedIn(source: string): string[] {
  if (!source.includes('@')) return [];
  const mentioned = new Set<string>();
  const environment: RenderEnvironment = {
    ownOrigin: undefined,
    mentioned,
    colourBudget: { characters: 0 },
  };
  markdown.parse(normalizeSource(source), environment);
  return [...mentioned];
}
