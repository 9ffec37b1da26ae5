import { Worker } from 'node:worker_threads';
import { InvalidInput, projectFile } from '@kundig/platform/server';
import { FILE_LIMITS } from '../files.limits.js';
import { Turns } from './turns.js';

/** A PDF written anew: its pages alone, which say nothing of who made them, with what, where and when. */
export interface OpenedPdf {
  readonly bytes: Buffer;
  /** What can be read on its pages, up to `FILE_LIMITS.lookedThrough` characters; nothing of a scanned page. */
  readonly text: string;
}

/** Why a document is not taken, in words for the person. */
const MESSAGES = {
  unreadable: 'files:error.pdfUnreadable',
  locked: 'files:error.pdfLocked',
  pages: 'files:error.pdfPages',
  traces: 'files:error.pdfTraces',
} as const;

type Problem = keyof typeof MESSAGES;

type Answer = { readonly text: string; readonly bytes: Uint8Array } | { readonly problem: Problem };

/** Programs that open files of strangers stand beside the bundle: a thread begins with a file. */
const PROGRAM = projectFile('libs/files/server/pdf', 'open-pdf.mjs');

const MEGABYTE = 1024 * 1024;

const LIMITS = {
  pages: FILE_LIMITS.pdfPages,
  characters: FILE_LIMITS.lookedThrough,
  memoryBytes: FILE_LIMITS.pdfMegabytes * MEGABYTE,
};

const turns = new Turns(FILE_LIMITS.pdfsAtOnce, FILE_LIMITS.pdfsWaiting);

/**
 * Opens a PDF, reads it, and writes its pages into a new one: what is drawn on them stays, filled fields included; properties,
 * comments, attachments, programs, earlier versions and links go. A thread of its own does it, with bounds in memory and
 * time, in which a hostile document stops nobody else.
 * @throws InvalidInput    it cannot be opened, is protected, too long, or tells of its author where that cannot be removed
 * @throws TooManyRequests when too many wait to be opened
 */
export const openPdf = (bytes: Buffer): Promise<OpenedPdf> => turns.take(() => open(bytes));

async function open(bytes: Buffer): Promise<OpenedPdf> {
  const answer = await answerOf(bytes);
  if (!('problem' in answer)) return { text: answer.text, bytes: Buffer.from(answer.bytes) };
  throw new InvalidInput('file', MESSAGES[answer.problem], { count: FILE_LIMITS.pdfPages });
}

async function answerOf(bytes: Buffer): Promise<Answer> {
  const worker = new Worker(PROGRAM, {
    workerData: { bytes, limits: LIMITS },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: FILE_LIMITS.pdfMegabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve) => {
      const giveUp = () => resolve({ problem: 'unreadable' });
      timer = setTimeout(giveUp, FILE_LIMITS.pdfSeconds * 1000);
      worker.on('message', resolve).on('error', giveUp).on('exit', giveUp);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
