export { createTestDatabase, type TestDatabase } from './database.js';
export { pdfShowing, pdfStream, type PdfParts } from './pdf.js';
