import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { startDatabase } from '@kundig/composition/server';
import { MailServers } from '@kundig/identity/server';
import { embeddedPostgresExists, KeyRing, type Environment } from '@kundig/platform/server';
import type { Kundig } from '../community.js';
import { examineCounters, examineMeilisearch, examineSearch } from '../doctor/examine-content.js';
import { examineDatabase } from '../doctor/examine-database.js';
import {
  examineAddress,
  examineDisk,
  examineFiles,
  examineKeys,
  examineMail,
  examineNode,
} from '../doctor/examine-host.js';
import { examine, LEVELS, worst, type Finding } from '../doctor/finding.js';

/** Says what is well and what is not. */
export function doctorCommand(program: Command, kundig: Kundig): void {
  program
    .command('doctor')
    .description(
      'look at everything Kundig needs and change nothing; exits with 1 for a warning, 2 for a fault',
    )
    .option('--json', 'for machines', false)
    .action(async ({ json }: { json: boolean }) => {
      const findings = await examineAll(kundig);
      if (json) kundig.terminal.line(JSON.stringify(findings, null, 2));
      else for (const finding of findings) kundig.terminal.line(lineOf(finding));
      kundig.exitCode = LEVELS.indexOf(worst(findings));
    });
}

const lineOf = ({ check, level, text }: Finding): string =>
  `${level.padEnd(7)}  ${check.padEnd(11)}  ${text}`;

async function examineAll(kundig: Kundig): Promise<Finding[]> {
  const node = await examineNode();
  const configuration = await examine('environment', () => [
    'ok',
    `settings are in order; people reach ${kundig.environment.baseUrl}`,
  ]);
  if (configuration.level === 'fault') return [node, configuration];
  const { environment } = kundig;
  const data = await examineData(kundig, environment);
  const knowsMail = data.some(({ check }) => check === 'mail');
  return [
    node,
    configuration,
    await examineAddress(environment),
    await examineKeys(environment),
    await examineDisk(environment),
    await examineFiles(environment),
    ...(knowsMail ? [] : [await examineMail(environment)]),
    ...data,
  ];
}

/** The embedded database is started for this look where nobody uses it, but never made. */
async function examineData(kundig: Kundig, environment: Environment): Promise<Finding[]> {
  if (!environment.get('DATABASE_URL') && !embeddedPostgresExists(environment.dataDir)) {
    const text = `There is none in ${environment.dataDir}; the first start makes it.`;
    return [{ check: 'database', level: 'warning', text }];
  }
  const findings: Finding[] = [];
  const start = await examine('database', async () => {
    const { url, stop } = await startDatabase(environment, (sentence) => kundig.terminal.complain(sentence));
    try {
      findings.push(...(await examineCommunity(kundig, url, ringOf(environment))));
    } finally {
      await stop();
    }
    return ['ok', ''];
  });
  return start.level === 'fault' ? [...findings, start] : findings;
}

async function examineCommunity(kundig: Kundig, url: string, keys: KeyRing | null): Promise<Finding[]> {
  const findings = await examineDatabase(url, keys);
  if (!keys || !findings.some(({ check, level }) => check === 'schema' && level === 'ok')) return findings;
  if (findings.some(({ check, level }) => check === 'rights' && level === 'fault')) return findings;
  const content = await kundig.inside({ url, keys }, async ({ services, ctx }) => [
    await examineMail(kundig.environment, services(MailServers).current),
    await examineSearch(services, ctx),
    await examineMeilisearch(services, ctx),
    await examineCounters(services, ctx),
  ]);
  return [...findings, ...content];
}

/** @returns null where there is none, or a broken one: never makes one */
function ringOf({ keysDir }: Environment): KeyRing | null {
  if (!existsSync(join(keysDir, 'keys.json'))) return null;
  try {
    return KeyRing.open(keysDir);
  } catch {
    return null; // the look at the keys has said so
  }
}
