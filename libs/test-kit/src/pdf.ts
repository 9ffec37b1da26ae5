/** What a made-up PDF holds besides its one page. */
export interface PdfParts {
  /** Entries of the page beside its text, such as `/Annots [7 0 R]`. */
  readonly page?: string;
  /** Entries of the catalog. */
  readonly catalog?: string;
  /** Entries of the trailer. */
  readonly trailer?: string;
  /** More objects, from number 6 on. */
  readonly objects?: readonly (string | Buffer)[];
  /** How many pages show the text; one if left out. */
  readonly pages?: number;
}

/** Bytes with a length in front of them, as an object of a PDF. @param entries of its dictionary */
export const pdfStream = (entries: string, bytes: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${entries} /Length ${Buffer.byteLength(bytes)}>>\nstream\n`),
    Buffer.from(bytes),
    Buffer.from('\nendstream'),
  ]);

/**
 * A PDF that shows one line, with whatever else a test wants in it. Its page is object 3, its font 5.
 * @param line letters of Western Europe, without brackets
 */
export function pdfShowing(line: string, parts: PdfParts = {}): Buffer {
  const { page = '', catalog = '', trailer = '', objects = [], pages = 1 } = parts;
  const text = Buffer.from(`BT /F1 12 Tf 72 720 Td (${line}) Tj ET`, 'latin1');
  const all = [
    `<</Type /Catalog /Pages 2 0 R ${catalog}>>`,
    `<</Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages}>>`,
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> ${page}>>`,
    pdfStream('', text),
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>',
    ...objects,
  ];
  const chunks = [Buffer.from('%PDF-1.7\n')];
  let length = chunks[0]!.length;
  const starts = all.map((object, index) => {
    const chunk = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(chunk);
    length += chunk.length;
    return length - chunk.length;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Root 1 0 R /Size ${all.length + 1} ${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(end)]);
}
