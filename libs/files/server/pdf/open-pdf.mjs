// Runs in a thread of its own, which is ended when it takes too long; see `content/open-pdf.ts`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { init } from '@embedpdf/pdfium';
import { blankTraces } from './blank-traces.mjs';

const { bytes, limits } = workerData;

/** Word for word what pdfium answers for a document that wants a password. */
const PASSWORD_ASKED = 4;
const NOT_PROTECTED = -1;
const NORMAL_DISPLAY = 0;
/** What pdfium writes for the end of a line within a word, and for letters it has no sign for. */
const NO_LETTERS = /[\u0002\ufffe\uffff]/g;

/** The library may not have more memory than this, whatever a document asks for. */
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65_536 > limits.memoryBytes) throw new RangeError('too much memory');
  return grow.call(this, pages);
};

/** Ends the work with a reason the person can be told. */
class Refused extends Error {}

class Pdf {
  constructor(library) {
    this.library = library;
    this.memory = library.pdfium;
  }

  /** @returns address of so many bytes in the memory of the library */
  place(size) {
    const at = this.memory.wasmExports.malloc(size);
    if (at === 0) throw new RangeError('too much memory');
    return at;
  }

  /** @returns a document of pages that can be looked at without a password */
  load(content) {
    const { library } = this;
    const at = this.place(content.length);
    this.memory.HEAPU8.set(content, at);
    const document = library.FPDF_LoadMemDocument(at, content.length, '');
    if (!document)
      throw new Refused(library.FPDF_GetLastError() === PASSWORD_ASKED ? 'locked' : 'unreadable');
    if (library.FPDF_GetSecurityHandlerRevision(document) !== NOT_PROTECTED) throw new Refused('locked');
    const pages = library.FPDF_GetPageCount(document);
    if (pages === 0) throw new Refused('unreadable');
    if (pages > limits.pages) throw new Refused('pages');
    return { document, pages };
  }

  /** Draws what hangs on a page into it: fields keep what is written in them, comments and their authors go. */
  flatten(document, index) {
    const { library } = this;
    const page = library.FPDF_LoadPage(document, index);
    if (!page) throw new Refused('unreadable');
    library.FPDFPage_Flatten(page, NORMAL_DISPLAY);
    for (let left = library.FPDFPage_GetAnnotCount(page); left > 0; left -= 1)
      if (!library.FPDFPage_RemoveAnnot(page, left - 1)) throw new Refused('traces');
    library.FPDF_ClosePage(page);
  }

  /** @returns what can be read on a page, at most so many characters */
  textOf(document, index, most) {
    const { library } = this;
    const page = library.FPDF_LoadPage(document, index);
    const text = library.FPDFText_LoadPage(page);
    const count = Math.min(library.FPDFText_CountChars(text), most);
    const at = this.place(2 * count + 2);
    const written = Math.max(library.FPDFText_GetText(text, 0, count, at) - 1, 0); // it ends with a zero
    const letters = Buffer.from(this.memory.HEAPU8.slice(at, at + 2 * written).buffer).toString('utf16le');
    this.memory.wasmExports.free(at);
    library.FPDFText_ClosePage(text);
    library.FPDF_ClosePage(page);
    return letters.replace(NO_LETTERS, '');
  }

  /** @returns the pages alone in a new document, which says nothing of itself */
  writtenAnew(document) {
    const { library } = this;
    const anew = library.FPDF_CreateNewDocument();
    if (!library.FPDF_ImportPages(anew, document, '', 0)) throw new Refused('unreadable');
    for (const key of ['CreationDate', 'ModDate', 'Creator', 'Producer'])
      library.EPDF_SetMetaText(anew, key, 0);
    const writer = library.PDFiumExt_OpenFileWriter();
    if (!library.PDFiumExt_SaveAsCopy(anew, writer)) throw new Refused('unreadable');
    const size = library.PDFiumExt_GetFileWriterSize(writer);
    const at = this.place(size);
    library.PDFiumExt_GetFileWriterData(writer, at, size);
    return Buffer.from(this.memory.HEAPU8.slice(at, at + size).buffer);
  }
}

async function open() {
  const wasmBinary = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const library = await init({ wasmBinary, print: () => {}, printErr: () => {} });
  library.PDFiumExt_Init();
  const pdf = new Pdf(library);
  const { document, pages } = pdf.load(bytes);
  let text = '';
  for (let index = 0; index < pages; index += 1) {
    pdf.flatten(document, index);
    if (text.length < limits.characters)
      text += `${pdf.textOf(document, index, limits.characters - text.length)}\n`;
  }
  const written = pdf.writtenAnew(document);
  if (!blankTraces(written)) throw new Refused('traces');
  return { text, bytes: written };
}

await open().then(
  (opened) => parentPort.postMessage(opened),
  (error) => parentPort.postMessage({ problem: error instanceof Refused ? error.message : 'unreadable' }),
);
