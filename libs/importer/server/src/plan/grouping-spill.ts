import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readLines } from '../dump/read-text.js';

/** Characters of records held in memory before they are written out. */
const DEFAULT_BUDGET = 16 * 1024 * 1024;

interface Item {
  readonly key: number;
  readonly json: string;
}

/**
 * Brings records that belong together next to each other, however far apart they came in, within a fixed memory: an
 * external merge sort. Records gather until the budget is full, are then sorted and written as one run; reading merges
 * the runs and holds one group. What fits the budget never touches the disk.
 *
 * Why not a second pass over the dump: answers lie anywhere behind their question and the files are packed, so each
 * thread would mean reading the table again or holding all of its open threads.
 */
export class GroupingSpill<T> {
  private items: Item[] = [];
  private size = 0;
  private folder: string | null = null;
  private readonly runs: string[] = [];

  /**
   * @param budget characters of JSON to hold in memory
   */
  constructor(private readonly budget: number = DEFAULT_BUDGET) {}

  /** Adds a record that survives JSON. Within a group the order of adding is kept. */
  async add(key: number, record: T): Promise<void> {
    const json = JSON.stringify(record);
    this.items.push({ key, json });
    this.size += json.length;
    if (this.size >= this.budget) await this.writeRun();
  }

  /** The groups by ascending key, above `after`. May be called again after it has ended; nothing may be added meanwhile. */
  async *groups(after = Number.NEGATIVE_INFINITY): AsyncGenerator<{ key: number; records: T[] }> {
    this.items.sort((one, other) => one.key - other.key);
    const cursors = [...this.runs.map((run) => readRun(run)), fromMemory(this.items)].map(
      (items) => new Cursor(items),
    );
    try {
      await Promise.all(cursors.map((cursor) => cursor.advance()));
      for (;;) {
        const key = Math.min(...cursors.map((cursor) => cursor.key));
        if (key === Number.POSITIVE_INFINITY) return;
        const records: T[] = [];
        for (const cursor of cursors) {
          while (cursor.key === key) {
            if (key > after) records.push(JSON.parse(cursor.json) as T);
            await cursor.advance();
          }
        }
        if (records.length > 0) yield { key, records };
      }
    } finally {
      await Promise.all(cursors.map((cursor) => cursor.close()));
    }
  }

  /** Removes the runs. */
  async close(): Promise<void> {
    this.items = [];
    this.runs.length = 0;
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
    this.folder = null;
  }

  private async writeRun(): Promise<void> {
    this.folder ??= await mkdtemp(join(tmpdir(), `kundig-import-${process.pid}-`));
    const path = join(this.folder, `run-${this.runs.length}.ndjson`);
    const sorted = this.items.sort((one, other) => one.key - other.key);
    await pipeline(Readable.from(linesOf(sorted)), createWriteStream(path, { mode: 0o600 }));
    this.runs.push(path);
    this.items = [];
    this.size = 0;
  }
}

/** One run while merging; its key is infinite once it has ended. */
class Cursor {
  key = Number.POSITIVE_INFINITY;
  json = '';

  constructor(private readonly items: AsyncGenerator<Item>) {}

  async advance(): Promise<void> {
    const { done, value } = await this.items.next();
    this.key = done ? Number.POSITIVE_INFINITY : value.key;
    this.json = done ? '' : value.json;
  }

  async close(): Promise<void> {
    await this.items.return(undefined);
  }
}

function* linesOf(items: Iterable<Item>): Generator<string> {
  for (const { key, json } of items) yield `${key}\t${json}\n`;
}

async function* readRun(path: string): AsyncGenerator<Item> {
  for await (const { text } of readLines(path)) {
    const tab = text.indexOf('\t');
    yield { key: Number(text.slice(0, tab)), json: text.slice(tab + 1) };
  }
}

async function* fromMemory(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
