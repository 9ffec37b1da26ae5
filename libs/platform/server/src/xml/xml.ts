/** Text that is XML already; everything else is escaped. */
export class Xml {
  private constructor(readonly source: string) {}

  /**
   * One element.
   * @param attributes those that are undefined are left out
   * @param content    elements and texts in their order; texts are escaped, what is null is left out
   */
  static element(
    name: string,
    attributes: Readonly<Record<string, string | undefined>> = {},
    ...content: readonly (Xml | string | null)[]
  ): Xml {
    const given = Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ` ${key}="${escaped(value!)}"`)
      .join('');
    const inner = content
      .filter((part) => part !== null)
      .map((part) => (part instanceof Xml ? part.source : escaped(part)))
      .join('');
    return new Xml(inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`);
  }

  /** @returns a whole document with this root */
  static document(root: Xml): string {
    return `<?xml version="1.0" encoding="utf-8"?>\n${root.source}\n`;
  }
}

/** What no XML document may hold, not even escaped (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ESCAPES[character]!);
