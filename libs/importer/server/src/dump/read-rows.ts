import { basename } from 'node:path';
import { SaxesParser } from 'saxes';
import { UnreadableDumpError, type ReportProblem } from './import-problem.js';
import { readText } from './read-text.js';

/** More broken rows than this, and the file is taken for something else than a table. */
const MOST_MALFORMED_ROWS = 1_000;
/** Characters between two rows at most. The longest real column, a post body, has about 30,000 in Markdown. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** One `<row …/>` as it stands in the file. */
export interface RawRow {
  /** Line on which the row begins in the unpacked file, counted from 1. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Streams the rows of one XML table; memory holds one piece of the file (64 kB) and its rows. A row that is not
 * well-formed is reported and skipped.
 *
 * XML 1.1 is assumed whatever the file says, because old dumps hold references to control characters (`&#x1F;`) that
 * XML 1.0 forbids; the row schemas take these characters out. DTDs are not expanded.
 *
 * @param path table, `.xml` or `.xml.gz`, UTF-8
 * @param report told of each malformed row
 * @throws UnreadableDumpError if the file is cut off, is no table of rows, or is broken in more than 1,000 rows
 */
export async function* readRows(path: string, report: ReportProblem): AsyncGenerator<RawRow> {
  const file = basename(path);
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.1', forceXMLVersion: true } as const);
  let rows: RawRow[] = [];
  let begunAt = 1;
  let fault: string | null = null;
  let malformed = 0;
  let position = 0;
  let rowEnd = 0;

  const skipMalformed = (line: number, reason: string): void => {
    if (++malformed > MOST_MALFORMED_ROWS)
      throw new UnreadableDumpError(`${file} is not a table of a Stack Exchange dump.`);
    report({ file, line, code: 'malformed', reason });
  };
  parser.on('error', (error) => {
    fault ??= error.message.replace(/^\d+:\d+: /, '');
  });
  parser.on('opentagstart', () => {
    begunAt = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    rowEnd = parser.position;
    if (fault !== null) skipMalformed(begunAt, fault);
    else if (name === 'row') rows.push({ line: begunAt, attributes });
    fault = null;
  });

  for await (const piece of readText(path)) {
    position += piece.length;
    parser.write(piece);
    if (position - rowEnd > LONGEST_ROW)
      throw new UnreadableDumpError(`${file} has a row without end after line ${begunAt}.`);
    yield* rows;
    rows = [];
  }
  fault = null; // faults after the last row: only those of the end matter now
  parser.close();
  if (fault !== null) throw new UnreadableDumpError(`${file} ends too early: ${fault as string}`);
}
