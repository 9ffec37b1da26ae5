import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorProblem } from '../errors/operator-problem.js';

const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
/** Names of the IANA database alone: distances from UTC, which Node takes as well, are unknown to many browsers. */
const timeZone = z.string().refine(isTimeZone, { message: 'must be a time zone such as Europe/Berlin' });
/** Hosts with or without port, as the authority of an address has them. */
const hosts = z
  .string()
  .max(2000)
  .default('')
  .transform((list) =>
    list
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .refine((list) => list.every((host) => URL.canParse(`https://${host}`) && !/[/?#@*]/.test(host)), {
    message: 'must be host names between commas, such as help.example.lan:8080',
  });
const flag = z.enum(['on', 'off']).transform((value) => value === 'on');

/** Every variable the product reads, with bounds and defaults. Each may also be given as a file: `NAME_FILE`. */
export const environmentSchema = z.object({
  /** TCP port of the web process. */
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Address it listens on. */
  HOST: z.string().min(1).max(255).default('localhost'),
  /** Public address, without trailing slash; decides cookies, links in mails and canonical addresses. */
  BASE_URL: url('http:', 'https:').optional(),
  /** Folder of the embedded database and of uploads. */
  DATA_DIR: z.string().min(1).default('data'),
  /** Folder of the keys; keep it out of backups of the data. */
  KEYS_DIR: z.string().min(1).default('keys'),
  /** Owner connection of an external PostgreSQL 15 or later; the embedded one when absent. */
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  /** Connections per pool and process. */
  DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(12),
  /** Meilisearch server; PostgreSQL answers all searches when absent, and whenever it does not answer. */
  MEILI_URL: url('http:', 'https:').optional(),
  /** Key for it with the rights named in docs/operation.md; never its master key. */
  MEILI_KEY: z.string().max(500).optional(),
  /** Greatest size of an uploaded picture or file, in megabytes. */
  FILES_MAX_MB: z.coerce.number().int().min(1).max(100).default(12),
  /** S3 server for uploads, such as https://s3.example.com; the folder `files` in DATA_DIR when absent. */
  FILES_S3_ENDPOINT: url('http:', 'https:').optional(),
  /** Bucket there, for this community alone. */
  FILES_S3_BUCKET: z.string().min(3).max(63).optional(),
  /** Region, for servers that have some. */
  FILES_S3_REGION: z.string().min(1).max(60).default('us-east-1'),
  /** Access key that may read, write and delete in the bucket. */
  FILES_S3_ACCESS_KEY: z.string().max(200).optional(),
  /** Secret of that key. */
  FILES_S3_SECRET_KEY: z.string().max(200).optional(),
  /** Mail server; goes before the one entered under Verwaltung, Mail. Without either, mails wait. */
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  /** Sender of all mails that leave over SMTP_URL. */
  MAIL_FROM: z.string().max(320).default('Kundig <kundig@localhost>'),
  /** Name of the community in titles and mails. */
  SITE_NAME: z.string().min(1).max(60).default('Kundig'),
  /** Time zone in which pages show dates, a name of the IANA database. */
  TIME_ZONE: timeZone.default('Europe/Berlin'),
  /** Hour of the day in that zone from which the daily mails go out. */
  DIGEST_HOUR: z.coerce.number().int().min(0).max(23).default(7),
  /** Whether people may register by themselves. */
  REGISTRATION: z.enum(['open', 'closed']).default('open'),
  /** Whether this web process also works on jobs. */
  EMBEDDED_WORKER: flag.default(true),
  /** Number of reverse proxies in front, for the caller's address. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** `persisted` answers only the documents of our own pages; `any` is for tests and development. */
  GRAPHQL_DOCUMENTS: z.enum(['persisted', 'any']).default('persisted'),
  /** Multiplies all allowances of the write limits, for load tests and large installations. */
  LIMIT_FACTOR: z.coerce.number().min(0.1).max(1_000_000).default(1),
  /** Hosts of your own network, between commas, from which help pages may be fetched, over http as well. */
  OUTBOUND_INTERNAL_HOSTS: hosts,
  /** Level of the log. */
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
  /** `text` for people; `json` for programs that collect logs, with one line for each request. */
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  /** TCP port of the metrics, on a listener of their own; none when absent. */
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  /** Address on which the metrics are read. */
  METRICS_HOST: z.string().min(1).max(255).default('localhost'),
  /** Seconds between the notice on /health/ready that this process ends and its end, for load balancers to look. */
  STOP_NOTICE_SECONDS: z.coerce.number().int().min(0).max(60).default(0),
});

export type EnvironmentValues = z.infer<typeof environmentSchema>;

/** The process's configuration, read once. */
export class Environment {
  private constructor(private readonly values: EnvironmentValues) {}

  /**
   * Reads and checks the variables.
   * @throws ConfigurationRefused naming every variable at fault, never a value
   */
  static read(source: NodeJS.ProcessEnv = process.env): Environment {
    const known = Object.keys(environmentSchema.shape);
    const given = Object.fromEntries(
      known.flatMap((name) => {
        const file = source[`${name}_FILE`];
        const value = file ? readFileSync(file, 'utf8').trim() : source[name];
        return value === undefined || value === '' ? [] : [[name, value]];
      }),
    );
    const parsed = environmentSchema.safeParse(given);
    if (!parsed.success)
      throw new ConfigurationRefused(
        parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
      );
    return new Environment(parsed.data);
  }

  get<K extends keyof EnvironmentValues>(name: K): EnvironmentValues[K] {
    return this.values[name];
  }

  /** Public address without trailing slash. */
  get baseUrl(): string {
    const given = this.values.BASE_URL ?? `http://${this.values.HOST}:${this.values.PORT}`;
    return given.replace(/\/+$/, '');
  }

  /** Whether people reach the site over TLS. */
  get isSecure(): boolean {
    return this.baseUrl.startsWith('https:');
  }

  get dataDir(): string {
    return resolve(this.values.DATA_DIR);
  }

  get keysDir(): string {
    return resolve(this.values.KEYS_DIR);
  }
}

/** The start is refused; the message names the variables and what they must be. */
export class ConfigurationRefused extends OperatorProblem {
  constructor(problems: readonly string[]) {
    super(`Configuration refused. ${problems.join('; ')}.`);
  }
}

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
