import { inflateSync } from 'node:zlib';

/** Most bytes a picture may unpack to while it is looked into. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Signs of metadata that nobody could take out. */
const TRACES = ['<?xpacket', '<x:xmpmeta', 'Exif\0\0'];

/** Segments of a JPEG that tell of camera, place and program: all of applications but JFIF, colours and Adobe's transform; comments. */
const isTelling = (marker) =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe;

/** Empties the telling segments of a JPEG in place; the picture itself begins with the first scan. */
function blankJpeg(bytes) {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const length = bytes.readUInt16BE(at + 2);
    if (isTelling(bytes[at + 1])) bytes.fill(0, at + 4, at + 2 + length);
    at += 2 + length;
  }
}

/** Whether something that tells of an author is packed where it cannot be emptied. */
function hidesTraces(head, stream) {
  if (!head.includes('/DCTDecode') || /\/Filter\s*(?:\[\s*)?\/DCTDecode/.test(head)) return false;
  if (!/\/Filter\s*\[\s*\/FlateDecode\s*\/DCTDecode\s*\]/.test(head)) return true; // packed in another way
  const unpacked = inflateSync(stream, { maxOutputLength: MOST_UNPACKED });
  return TRACES.some((trace) => unpacked.includes(trace));
}

/** Where the objects of a document lie that pdfium has written: its table names them all, and streams say their length. */
function* objectsOf(pdf) {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', pdf.length - 64))?.[1]);
  const starts = [...pdf.toString('latin1', table).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, at]) =>
    Number(at),
  );
  starts.sort((one, other) => one - other);
  for (const [index, start] of starts.entries()) {
    const object = pdf.subarray(start, starts[index + 1] ?? table);
    const end = object.indexOf('>>stream');
    const head = object.toString('latin1', 0, end < 0 ? object.length : end);
    const begin = object.indexOf('\n', end) + 1;
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1] ?? 0);
    yield { object, head, stream: end < 0 ? null : object.subarray(begin, begin + length) };
  }
}

/**
 * Empties in place what still tells of author, program, place or time in a document written anew: metadata and what cameras
 * put into pictures. Lengths stay, so that the table of the document stays right.
 * @param {Buffer} pdf as pdfium wrote it: every object in plain, named by one table
 * @returns {boolean} false when something is left that cannot be emptied
 */
export function blankTraces(pdf) {
  for (const { object, head, stream } of objectsOf(pdf)) {
    if (/\/PieceInfo\b|\/EmbeddedFile\b/.test(head)) return false;
    for (const { 0: entry, index } of head.matchAll(/\/LastModified\s*\((.*?)\)/g))
      object.fill(' ', index + entry.indexOf('(') + 1, index + entry.length - 1);
    if (!stream) continue;
    if (/\/Type\s*\/Metadata\b/.test(head)) stream.fill(' ');
    else if (hidesTraces(head, stream)) return false;
    else if (head.includes('/DCTDecode') && stream[0] === 0xff && stream[1] === 0xd8) blankJpeg(stream);
  }
  return !TRACES.some((trace) => pdf.includes(trace));
}
