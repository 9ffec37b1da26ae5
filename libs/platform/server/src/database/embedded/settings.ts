/** PostgreSQL settings by name; text values carry their own quotes. */
export type Settings = Readonly<Record<string, string>>;

/** Fit for a machine of two cores and 2 GB that runs the community as well. */
const DEFAULTS: Settings = {
  listen_addresses: "'127.0.0.1'",
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1', // solid-state disks
  max_wal_size: '512MB',
  wal_compression: 'on',
  shared_preload_libraries: "'pg_stat_statements'", // statements per request are a gated figure
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  lc_messages: "'C'",
  logging_collector: 'on',
  log_directory: "'../log'",
  log_filename: "'postgresql-%a.log'", // a week of logs: each weekday overwrites its last
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_line_prefix: "'%m [%p] %q%u@%d '",
};

/** Durability given up for speed: right for a database that is thrown away, and for nothing else. */
export const THROW_AWAY: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * The text of `postgresql.conf`.
 * @param socketFolder where the server listens as well; none: at the port alone
 */
export function configurationFile(port: number, socketFolder: string, more: Settings): string {
  const own: Settings = { port: String(port), unix_socket_directories: quoted(socketFolder) };
  const lines = Object.entries({ ...DEFAULTS, ...own, ...more }).map(([name, value]) => `${name} = ${value}`);
  return [
    '# Written by Kundig at every start. For settings of your own use ALTER SYSTEM, which goes first.',
    ...lines,
    '',
  ].join('\n');
}
