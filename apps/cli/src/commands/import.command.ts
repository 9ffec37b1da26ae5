import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import {
  ImportCommunityService,
  planOnStartupsImport,
  planStackExchangeImport,
  type ImportOutcome,
  type ImportPhase,
  type ImportPlan,
  type PlanOptions,
} from '@kundig/importer/server';
import { RequestContext } from '@kundig/platform/server';
import { boardWithSlug } from '@kundig/seed/server';
import type { Kundig } from '../community.js';
import type { Progress } from '../terminal.js';
import { host, language, shortText, slug } from './arguments.js';
import { ProblemLog } from './problem-log.js';

interface ImportOptions {
  readonly board: string;
  readonly site?: string;
  readonly licence: string;
  readonly lang: 'de' | 'en';
}

/** Reads a source and plans its import. */
type Planner = (path: string, options: PlanOptions) => Promise<ImportPlan>;

const FORMER_MEMBER = { de: 'Ehemaliges Mitglied', en: 'Former member' };
/** As long as nicknames of our own may be, and room for a number. */
const LONGEST_NICKNAME = 40;
const LABELS: Record<ImportPhase, string> = { threads: 'Threads', links: 'Links' };

/** Brings communities from elsewhere. */
export function importCommands(program: Command, kundig: Kundig): void {
  const importing = program
    .command('import')
    .description('bring a community that lived elsewhere into a board');
  const source = (name: string, description: string, path: string, plan: Planner): void => {
    importing
      .command(name)
      .description(`${description}; goes on where it was cut off, and changes nothing when it was finished`)
      .argument('<path>', path)
      .requiredOption('--board <slug>', 'board it goes into', slug)
      .option('--site <host>', 'host name of the old site, for attribution and its old addresses', host)
      .option('--licence <text>', 'licence of the texts, shown with them', shortText, 'CC BY-SA 4.0')
      .option('--lang <language>', 'language of the site: de or en', language, 'en')
      .action((where: string, options: ImportOptions) => run(kundig, plan, where, options));
  };
  source(
    'stackexchange',
    'import a Stack Exchange dump',
    'folder with Posts.xml and its sisters, plain or .gz',
    planStackExchangeImport,
  );
  source(
    'onstartups',
    'import the NDJSON of the OnStartups site',
    'questions.ndjson, plain or .gz, or its folder',
    (path, options) => planOnStartupsImport(folderOf(path), options),
  );
}

function run(kundig: Kundig, planImport: Planner, path: string, options: ImportOptions): Promise<void> {
  const { terminal } = kundig;
  return kundig.withCommunity(async ({ services }) => {
    const ctx = RequestContext.system(options.lang);
    const board = await boardWithSlug(services, ctx, options.board);
    const site = options.site ?? null;
    if (site === null)
      terminal.line(
        'No --site: texts will not name where they come from, and links to the old site stay. It cannot be given later.',
      );
    const problems = new ProblemLog(terminal);
    terminal.line(`Reading ${path} …`);
    const naming = { formerMember: FORMER_MEMBER[options.lang], longestNickname: LONGEST_NICKNAME };
    const plan = await planImport(path, { site, naming, report: (problem) => problems.add(problem) });
    const bars = new Bars(kundig, plan.counts.questions);
    try {
      const outcome = await services(ImportCommunityService).execute(ctx, {
        plan,
        board,
        site,
        licence: options.licence,
        fallbackLang: options.lang,
        onProgress: (phase, done) => bars.update(phase, done),
      });
      bars.stop();
      summary(plan, outcome, problems).forEach((line) => terminal.line(line));
    } finally {
      bars.stop();
      await plan.close();
    }
  });
}

/** One bar for each phase, one after the other. */
class Bars {
  private current: { readonly phase: ImportPhase; readonly progress: Progress } | undefined;

  constructor(
    private readonly kundig: Kundig,
    private readonly total: number,
  ) {}

  update(phase: ImportPhase, done: number): void {
    if (this.current?.phase !== phase) {
      this.stop();
      this.current = { phase, progress: this.kundig.terminal.progress(LABELS[phase], this.total) };
    }
    this.current.progress.update(done);
  }

  stop(): void {
    this.current?.progress.stop();
    this.current = undefined;
  }
}

function summary({ counts }: ImportPlan, outcome: ImportOutcome, problems: ProblemLog): string[] {
  const { threads, posts, authors, solutions, kudos, knownThreads, renewedPosts } = outcome;
  return [
    `In the files: ${counts.questions} questions, ${counts.answers} answers, ${counts.comments} comments, ${counts.accepted} accepted, ${counts.upVotes - counts.upVotesElsewhere} up-votes.`,
    `Imported: ${threads} threads with ${posts} posts by ${authors} new authors, ${solutions} solutions, ${kudos} kudos; ${knownThreads} threads were there already.`,
    `Renewed links in ${renewedPosts} posts. ${problems.count} row(s) or references were left out.`,
    `Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`,
  ];
}

function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path;
}
