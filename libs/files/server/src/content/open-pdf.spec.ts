import { deflateSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { pdfShowing, pdfStream, type PdfParts } from '@kundig/test-kit';
import sharp from 'sharp';
import { FILE_LIMITS } from '../files.limits.js';
import { openPdf } from './open-pdf.js';

jest.setTimeout(60_000);

const CANARY = 'Kranich';
const LINE = 'Die Anlage klingelt nicht';

/** A photo as a camera makes it, drawn on the page as object 6. */
async function photo(filter = '/DCTDecode', pack = (bytes: Buffer) => bytes): Promise<PdfParts> {
  const bytes = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#38c' } })
    .withExif({ IFD0: { Artist: CANARY, Copyright: `${CANARY} GmbH` } })
    .jpeg()
    .toBuffer();
  expect(bytes.includes(CANARY)).toBe(true);
  const entries = `/Type /XObject /Subtype /Image /Width 16 /Height 16 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter ${filter}`;
  return {
    page: '/Resources <</Font <</F1 5 0 R>> /XObject <</Im0 6 0 R>>>>',
    objects: [pdfStream(entries, pack(bytes))],
  };
}

const refusal = (bytes: Buffer) =>
  openPdf(bytes).then(
    () => null,
    ({ field, messageKey, details }: { field?: string; messageKey?: string; details?: { field?: string } }) =>
      `${details?.field ?? field} ${messageKey}`,
  );

const XMP = `<?xpacket begin=""?><x:xmpmeta><dc:creator>${CANARY}</dc:creator></x:xmpmeta>`;
const NOTE = `<</Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (${CANARY}) /Contents (${CANARY} war hier)>>`;
const FILE = '<</Type /Filespec /F (Kranich.docx) /EF <</F 7 0 R>>>>';

describe('a PDF written anew', () => {
  it('shows and says what it showed', async () => {
    const { bytes, text } = await openPdf(pdfShowing(LINE));
    expect(text.trim()).toBe(LINE);
    const again = await openPdf(bytes);
    expect(again.text).toBe(text);
  });

  it.each<[string, PdfParts]>([
    ['properties', { trailer: '/Info 6 0 R', objects: [`<</Author (${CANARY}) /Company (${CANARY})>>`] }],
    [
      'metadata of the document',
      { catalog: '/Metadata 6 0 R', objects: [pdfStream('/Type /Metadata /Subtype /XML', XMP)] },
    ],
    [
      'metadata of a page',
      { page: '/Metadata 6 0 R', objects: [pdfStream('/Type /Metadata /Subtype /XML', XMP)] },
    ],
    ['a comment', { page: '/Annots [6 0 R]', objects: [NOTE] }],
    [
      'an attachment',
      {
        catalog: '/Names <</EmbeddedFiles <</Names [(a) 6 0 R]>>>>',
        objects: [FILE, pdfStream('/Type /EmbeddedFile', `${CANARY} war hier`)],
      },
    ],
    ['a program', { catalog: `/OpenAction <</S /JavaScript /JS (app.alert\\('${CANARY}'\\))>>` }],
    ['the time of its last change', { page: `/LastModified (D:20261123120000${CANARY})` }],
    ['what belongs to no page', { objects: [`(${CANARY})`] }],
  ])('has lost %s', async (_name, parts) => {
    const before = pdfShowing(LINE, parts);
    expect(before.includes(CANARY)).toBe(true);
    const { bytes, text } = await openPdf(before);
    expect(bytes.toString('latin1')).not.toContain(CANARY);
    expect(text.trim()).toBe(LINE);
  });

  it('says neither when nor with what it was written', async () => {
    const written = (await openPdf(pdfShowing(LINE))).bytes.toString('latin1');
    expect(written).not.toMatch(/CreationDate|ModDate|Producer|Creator|D:20/);
  });

  it('has lost what a camera put into a photo on it, and can still be opened', async () => {
    const { bytes } = await openPdf(pdfShowing(LINE, await photo()));
    expect(bytes.includes('/DCTDecode')).toBe(true);
    expect(bytes.includes(CANARY)).toBe(false);
    expect((await openPdf(bytes)).text.trim()).toBe(LINE);
  });

  it('has the text of filled fields on its pages', async () => {
    const field = `<</Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (Kd. 6610428) /Rect [72 600 300 620] /F 4 /AP <</N 7 0 R>>>>`;
    const seen = pdfStream(
      '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources <</Font <</F1 5 0 R>>>>',
      'BT /F1 12 Tf 2 5 Td (Kd. 6610428) Tj ET',
    );
    const { text } = await openPdf(
      pdfShowing(LINE, {
        page: '/Annots [6 0 R]',
        catalog: '/AcroForm <</Fields [6 0 R]>>',
        objects: [field, seen],
      }),
    );
    expect(text).toContain('Kd. 6610428');
  });
});

/** Encrypted under a password nobody has. */
const PROTECTED = `/ID [<00> <00>] /Encrypt <</Filter /Standard /V 1 /R 2 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) /P -4>>`;

describe('a PDF is refused', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['that is none', () => Buffer.from('%PDF-1.7\n<script>alert(1)</script>'), 'pdfUnreadable'],
    ['without a page', () => pdfShowing(LINE, { pages: 0 }), 'pdfUnreadable'],
    ['with a password', () => pdfShowing(LINE, { trailer: PROTECTED }), 'pdfLocked'],
    ['with too many pages', () => pdfShowing(LINE, { pages: FILE_LIMITS.pdfPages + 1 }), 'pdfPages'],
    [
      'with what a program kept in it',
      () => pdfShowing(LINE, { page: `/PieceInfo <</Word <</Private (${CANARY})>>>>` }),
      'pdfTraces',
    ],
    [
      'with a photo packed twice that tells of its camera',
      async () => pdfShowing(LINE, await photo('[/FlateDecode /DCTDecode]', (bytes) => deflateSync(bytes))),
      'pdfTraces',
    ],
  ])('%s', async (_name, make, message) => {
    expect(await refusal(await make())).toBe(`file files:error.${message}`);
  });

  it('that unpacks to more than there is memory for, without harm to the process', async () => {
    const bomb = deflateSync(Buffer.alloc(256 * 1024 * 1024, 'q '));
    const before = process.memoryUsage().rss;
    const parts = { page: '/Contents 6 0 R', objects: [pdfStream('/Filter /FlateDecode', bomb)] };
    await openPdf(pdfShowing(LINE, parts)).catch(() => undefined); // taken or refused, but ended
    expect(process.memoryUsage().rss - before).toBeLessThan(FILE_LIMITS.pdfMegabytes * 1024 * 1024);
  });
});
