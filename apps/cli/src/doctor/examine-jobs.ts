import type pg from 'pg';
import { examine, type Finding } from './finding.js';

/** A worker beats every ten seconds and counts as dead after 45. */
const SILENT_AFTER_SECONDS = 45;

const JOBS = `(SELECT * FROM jobs_app.jobs UNION ALL SELECT * FROM jobs_identity.jobs) AS job`;

/** Somebody works on the jobs, and none waits for long. */
export const examineWorkers = (owner: pg.Client): Promise<Finding> =>
  examine('worker', async () => {
    const { rows } = await owner.query<{ silent: number | null; waiting: number }>(
      `SELECT (SELECT extract(epoch FROM now() - max(seen_at))::float FROM jobs_app.heartbeat) AS silent,
              (SELECT count(*)::int FROM ${JOBS} WHERE run_at < now() - interval '1 minute' AND locked_at IS NULL
                 AND attempts < max_attempts) AS waiting`,
    );
    const { silent, waiting } = rows[0]!;
    const jobs = `${waiting} job(s) overdue`;
    if (silent === null || silent > SILENT_AFTER_SECONDS)
      return ['warning', `no worker lives, ${jobs}: start the community, or "node dist/server/worker.js".`];
    return waiting > 0 ? ['warning', `a worker lives, ${jobs}`] : ['ok', 'a worker lives, no job is overdue'];
  });

/** No job hangs, and none was given up. */
export const examineJobs = (owner: pg.Client): Promise<Finding> =>
  examine('jobs', async () => {
    const { rows } = await owner.query<{ task: string; hangs: boolean; count: number }>(
      `SELECT task_identifier AS task, locked_at IS NOT NULL AS hangs, count(*)::int AS count FROM ${JOBS}
       WHERE locked_at < now() - interval '1 hour' OR locked_at IS NULL AND attempts >= max_attempts
       GROUP BY 1, 2 ORDER BY 2 DESC, 3 DESC`,
    );
    if (rows.length === 0) return ['ok', 'none hangs, none was given up'];
    const told = rows.map(({ task, hangs, count }) => `${count} ${task} ${hangs ? 'hang(s)' : 'given up'}`);
    return [
      'warning',
      `${told.join(', ')}: look for the task in the log, mend what it says, start the worker anew.`,
    ];
  });
