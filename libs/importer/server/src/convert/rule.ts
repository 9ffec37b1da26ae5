/** The part of a DOM node that the rules use; Turndown brings its own DOM to Node. */
export interface HtmlNode {
  /** Upper case for elements. */
  readonly nodeName: string;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly textContent: string | null;
  readonly children: ArrayLike<HtmlNode>;
  /** Elements only: text has no attributes. */
  getAttribute?(name: string): string | null;
  getElementsByTagName(name: string): ArrayLike<HtmlNode>;
}

/** A Turndown rule: which elements, and what Markdown they become. */
export interface Rule {
  readonly filter: string | string[] | ((node: HtmlNode) => boolean);
  /** @param content the Markdown of the children */
  replacement(content: string, node: HtmlNode): string;
}

/** Rules by name. */
export type Rules = Record<string, Rule>;

/** An attribute of an element, trimmed; empty if it is missing. */
export const attribute = (node: HtmlNode, name: string): string => (node.getAttribute?.(name) ?? '').trim();

/** Whether an element has a descendant of one of these names (lower case). */
export const contains = (node: HtmlNode, ...names: string[]): boolean =>
  names.some((name) => node.getElementsByTagName(name).length > 0);

/** A block of its own, with blank lines around it. */
export const block = (content: string): string => `\n\n${content}\n\n`;
