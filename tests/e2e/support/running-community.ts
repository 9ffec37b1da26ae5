/** The community that the tests of one file use: every worker of Jest has one of its own, so that files need not share. */
export interface RunningCommunity {
  readonly baseUrl: string;
  readonly keysDir: string;
  readonly databaseUrl: string;
  /** Where each mail it sent lies, a file each. */
  readonly mailDir: string;
}

/** @returns the one that `tools/jest/e2e-setup.mjs` started for this worker */
export function runningCommunity(): RunningCommunity {
  const all = JSON.parse(process.env.E2E_COMMUNITIES!) as RunningCommunity[];
  return all[Number(process.env.JEST_WORKER_ID) - 1]!;
}
