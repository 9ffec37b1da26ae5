import type { ExportedEntry } from '../exported-entry.js';

/** Entries in their order, parted where the board changes. */
export function byBoard(entries: readonly ExportedEntry[]): [board: string, entries: ExportedEntry[]][] {
  const boards = new Map<string, ExportedEntry[]>();
  for (const entry of entries) boards.set(entry.board, [...(boards.get(entry.board) ?? []), entry]);
  return [...boards];
}
