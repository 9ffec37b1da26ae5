/** HTML that may stand as it is: made by `markup` alone. */
export class Markup {
  /** @param text escaped already */
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[];

/**
 * The one way markup of mails is written: what is put into the template is escaped, unless it is markup itself.
 * @example markup`<p>${text}</p>`
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...values.map(markupOf)));
}

/** The same with line breaks where the text has them. */
export const lines = (text: string): Markup => new Markup(escape(text).replaceAll('\n', '<br>'));

function markupOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('\n');
  return escape(String(value));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** @returns the addresses to which links of a document lead that `markup` made */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => unescape(address!));

const SIGNS = Object.fromEntries(Object.entries(ENTITIES).map(([sign, entity]) => [entity, sign]));
const unescape = (text: string): string => text.replace(/&#?\w+;/g, (entity) => SIGNS[entity] ?? entity);
