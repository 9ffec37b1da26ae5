import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { TextSources } from '@kundig/forum/server';
import {
  AppDatabase,
  Clock,
  Conflict,
  Environment,
  JobHandler,
  LongWork,
  Randomness,
  Translator,
  withAbsoluteLinks,
  type RequestContext,
} from '@kundig/platform/server';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';
import type { FaqRelease, ReleasedFile } from '../storage/faq-release.entity.js';
import { FaqReleaseRepository } from '../storage/faq-release.repository.js';
import { ExportFolder, type NewFile } from './export-folder.js';
import { EXPORT_FILES, MANIFEST_NAME } from './export-formats.js';
import type { ExportedEntry } from './exported-entry.js';
import { EXPORT_TASK } from './export-task.js';

/** How far an export is. */
export interface ExportProgress {
  /** Files written, of `total`. */
  readonly done: number;
  readonly total: number;
}

export interface ExportFaqOptions {
  /** Chosen by a form; makes a resend find the export of the first time. */
  readonly clientKey?: string;
  readonly onProgress?: (progress: ExportProgress) => void;
}

/** Files of an export, the manifest included. */
const TOTAL = EXPORT_FILES.length + 1;

/** Writes all entries in force as files below the data folder, for the website of the company. */
@Injectable()
export class ExportFaq {
  private readonly folder: ExportFolder;

  constructor(
    private readonly database: AppDatabase,
    private readonly entries: FaqEntryRepository,
    private readonly releases: FaqReleaseRepository,
    private readonly sources: TextSources,
    private readonly translator: Translator,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly random: Randomness,
    private readonly works: LongWork,
  ) {
    this.folder = new ExportFolder(join(environment.dataDir, 'faq-export'));
  }

  /**
   * Exports now. One at a time in the whole installation; progress is stored as it goes, so that every page sees it.
   * @returns the release, when all its files are in place
   * @throws Conflict another export is running
   */
  async execute(ctx: RequestContext, { clientKey, onProgress }: ExportFaqOptions = {}): Promise<FaqRelease> {
    const id = clientKey
      ? this.random.repeatableUuid('faq-release', ctx.actor.memberId ?? '', clientKey)
      : this.random.uuid();
    // The lock ends with its transaction, so an export that dies leaves none behind; all else is written outside of it.
    return this.database.transaction(ctx, async (lock) => {
      if (!(await this.releases.tryLock(lock))) throw new Conflict('faq:error.exportRunning');
      const earlier = await this.releases.find(ctx, id);
      if (earlier) return earlier;
      await this.releases.failAbandoned(ctx, this.clock.now());
      const release = await this.begin(ctx, id);
      try {
        return await this.works.watch('faq-export', (report) =>
          this.write(ctx, release, (progress) => {
            report(progress.done, progress.total);
            onProgress?.(progress);
          }),
        );
      } catch (error) {
        await this.releases.update(ctx, id, { state: 'failed', finishedAt: this.clock.now() });
        throw error;
      }
    });
  }

  /** Each night, and after a withdrawal. Waits for a running export by being tried again. */
  @JobHandler({ task: EXPORT_TASK, cron: '30 2 * * *' })
  async nightly(ctx: RequestContext): Promise<void> {
    await this.execute(ctx);
  }

  /** Folder with the files of the current export; absent before the first one. */
  get currentFolder(): string {
    return this.folder.current;
  }

  private async begin(ctx: RequestContext, id: string): Promise<FaqRelease> {
    const release: FaqRelease = {
      id,
      state: 'running',
      done: 0,
      total: TOTAL,
      entryCount: 0,
      files: [],
      startedAt: this.clock.now(),
      finishedAt: null,
    };
    await this.releases.insert(ctx, release);
    return release;
  }

  private async write(
    ctx: RequestContext,
    release: FaqRelease,
    onProgress: ExportFaqOptions['onProgress'],
  ): Promise<FaqRelease> {
    const entries = await this.exported(ctx);
    const files: ReleasedFile[] = [];
    const store = async (file: NewFile): Promise<NewFile> => {
      files.push(describe(file));
      await this.releases.update(ctx, release.id, { done: files.length });
      onProgress?.({ done: files.length, total: TOTAL });
      return file;
    };
    await this.folder.publish(release.id, this.filesOf(entries, files, store));
    const finished = {
      state: 'done' as const,
      done: TOTAL,
      entryCount: entries.length,
      files,
      finishedAt: this.clock.now(),
    };
    await this.releases.update(ctx, release.id, finished);
    return { ...release, ...finished };
  }

  private async exported(ctx: RequestContext): Promise<ExportedEntry[]> {
    const released = await this.entries.forExport(ctx);
    return Promise.all(
      released.map(async ({ origins, ...entry }) => {
        const sources = await this.sources.of(ctx, origins);
        return {
          ...entry,
          answerHtml: withAbsoluteLinks(entry.answerHtml, this.environment.baseUrl),
          credits: sources.map(({ author, site, url, licence, licenceUrl }) => ({
            text: this.translator.translate(entry.lang, 'faq:export.credit', { author, site }),
            ...{ url, licence, licenceUrl },
          })),
        };
      }),
    );
  }

  private async *filesOf(
    entries: readonly ExportedEntry[],
    written: readonly ReleasedFile[],
    store: (file: NewFile) => Promise<NewFile>,
  ): AsyncIterable<NewFile> {
    for (const { name, lang, render } of EXPORT_FILES)
      yield store({ name, content: render(entries.filter((entry) => entry.lang === lang)) });
    yield store({ name: MANIFEST_NAME, content: this.manifest(entries, written) });
  }

  /** Says nothing about when an entry was asked, answered or edited: only when this export was made. */
  private manifest(entries: readonly ExportedEntry[], files: readonly ReleasedFile[]): string {
    const manifest = {
      exportedAt: this.clock.now().toISOString(),
      entries: entries.length,
      files: files.map((file) => ({
        ...file,
        entries: entries.filter(({ lang }) => file.name.startsWith(`faq.${lang}.`)).length,
      })),
    };
    return JSON.stringify(manifest, null, 2) + '\n';
  }
}

const describe = ({ name, content }: NewFile): ReleasedFile => ({
  name,
  bytes: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
});
