/** Bounds of what people hand in; one table for code, forms and tests. The greatest size in bytes is the operator's, `FILES_MAX_MB`. */
export const FILE_LIMITS = {
  /** Pixels of a picture as it comes; more would cost more memory to open than anybody's photo is worth. */
  pixelsMax: 50_000_000,
  /** Greatest width and height that is kept, in pixels. */
  widthMax: 1_600,
  heightMax: 8_000,
  /** Seconds each size of one picture may take to be read and written anew. */
  encodingSeconds: 10,
  /** Pictures one process opens at the same time, and how many more may wait for that. */
  picturesAtOnce: 2,
  picturesWaiting: 8,
  /** Pages of a PDF, seconds and memory it may take to be read and written anew. */
  pdfPages: 300,
  pdfSeconds: 10,
  pdfMegabytes: 384,
  /** PDF files one process opens at the same time, and how many more may wait for that. */
  pdfsAtOnce: 1,
  pdfsWaiting: 6,
  /** Characters of a text file or a PDF that are looked through for what is nobody's to read: a quarter of a second of one processor. */
  lookedThrough: 200_000,
  /** Files named by one text. */
  perText: 20,
  /** Hand-ins one process reads at the same time; each holds its file in memory. */
  atOnce: 8,
  /** The same from people who are not signed in, whose forms are read before that is known, and who may hand in nothing. */
  atOnceFromVisitors: 2,
} as const;
