import type { TestCommunity } from './community.js';

/** @returns number of statements that wait for a lock in the community's database */
export async function lockWaits({ owner }: TestCommunity): Promise<number> {
  const rows = await owner.query<unknown[]>(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}
