import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { createTestDatabase, type TestDatabase } from '@kundig/test-kit';
import pg from 'pg';
import { kundigProgram, runKundig } from './run-kundig.js';
import { linesFor } from './terminal.js';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const EXCERPT = resolve(REPOSITORY, 'libs/seed/server/demo/se-iot');

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'kundig-cli-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command as a shell would, and keeps what it said. */
async function kundig(words: string, variables: NodeJS.ProcessEnv = {}) {
  const said: string[] = [];
  const complaints: string[] = [];
  const line = (text: string) => void said.push(text);
  const terminal = {
    line,
    complain: (text: string) => void complaints.push(text),
    progress: (label: string, total: number) => linesFor({ line }, label, total),
  };
  const code = await runKundig(words.split(' ').filter(Boolean), terminal, {
    DATABASE_URL: database.url,
    KEYS_DIR: process.env.KEYS_DIR,
    DATA_DIR: folder,
    BASE_URL: 'http://community.test',
    ...variables,
  });
  return { code, said: said.join('\n'), complaints: complaints.join('\n') };
}

/** Every command with its arguments and description, as a table of Markdown. */
function commandTable(): string {
  const rows = (command: Command, path: string): string[] =>
    command.commands.flatMap((child) => {
      const name = `${path} ${child.name()}`;
      if (child.commands.length > 0) return rows(child, name);
      const given = child.registeredArguments.map((argument) =>
        argument.required ? ` <${argument.name()}>` : ` [${argument.name()}]`,
      );
      const needed = child.options.filter(({ mandatory }) => mandatory).map(({ flags }) => ` ${flags}`);
      return [`| \`${name}${[...given, ...needed].join('')}\` | ${child.description()} |`];
    });
  return ['| command | what it does |', '| --- | --- |', ...rows(kundigProgram(), 'kundig')].join('\n');
}

async function count(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  await client.end();
  return rows[0]!.count;
}

const NAMES = '--name-de Netz --name-en Network --description-de Alles --description-en Everything';

describe('the manual', () => {
  it('names every command as its help does', async () => {
    const manual = await readFile(resolve(REPOSITORY, 'docs/operation.md'), 'utf8');
    expect(manual).toContain(commandTable());
  });

  it('has an example of a seed that works', async () => {
    const { code, said } = await kundig(`seed ${resolve(REPOSITORY, 'docs/seed.example.json')}`);
    expect(said).toBe('4 board(s), 1 group(s), 0 role(s) are there.');
    expect(code).toBe(0);
  });
});

describe('what a shell learns', () => {
  it.each(['--help', 'board --help', 'import stackexchange --help', 'help role'])(
    '0 after %s',
    async (words) => {
      const { code, said } = await kundig(words);
      expect(code).toBe(0);
      expect(said).toContain('Usage: kundig');
    },
  );

  it.each([
    ['', 'Usage'],
    ['board', 'Usage'],
    ['nonsense', 'unknown command'],
    ['group add Netz! Ada', 'small letters'],
    ['board create netz', '--name-de'],
    ['admin create --mail nobody --nickname Ada', 'mail address'],
    ['role grant Ada king', 'Allowed choices'],
    ['import stackexchange x --board b --site https://x', 'host name'],
  ])('2 after "%s"', async (words, complaint) => {
    const { code, complaints } = await kundig(words);
    expect(code).toBe(2);
    expect(complaints).toContain(complaint);
  });

  it.each([
    ['role grant Niemand editor', 'There is no member called Niemand.'],
    ['group add niemand Ada', 'There is no group with the slug niemand'],
    ['import stackexchange x --board nirgends', 'There is no board with the slug nirgends'],
    ['admin reset-password --mail nobody@example.com', 'No account has the mail address'],
    ['account confirm nobody@example.com', 'No registration with nobody@example.com waits.'],
    ['seed /nowhere.json', 'The file /nowhere.json cannot be read (ENOENT).'],
    ['redirects import /nowhere.csv', 'There is no file /nowhere.csv.'],
    ['demo reset', 'kundig demo reset --yes'],
  ])('1 and one sentence after "%s"', async (words, sentence) => {
    const { code, complaints } = await kundig(words);
    expect(code).toBe(1);
    expect(complaints).toContain(sentence);
    expect(complaints).not.toContain('\n');
  });

  it('1 and one sentence where no database answers', async () => {
    const { code, complaints } = await kundig('board list', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' });
    expect(code).toBe(1);
    expect(complaints).toBe('The database cannot be used: nothing answers there. Look at DATABASE_URL.');
  });

  it('1 and the name of a variable that is wrong', async () => {
    const { code, complaints } = await kundig('board list', { DATABASE_POOL: 'many' });
    expect(code).toBe(1);
    expect(complaints).toMatch(/^Configuration refused\. DATABASE_POOL: /);
  });
});

describe('a list of redirects', () => {
  it('is refused with line and column of its faults, and comes out as it went in', async () => {
    const file = join(folder, 'redirects.csv');
    await writeFile(file, 'from,to\n/alt,/faq\n/neu,https://elsewhere.example/\n');
    const refused = await kundig(`redirects import ${file}`);
    expect(refused.code).toBe(1);
    expect(refused.complaints).toMatch(`${file}:3: to: neither a path`);
    expect(refused.complaints).toContain(`Nothing was changed: 1 fault(s) in ${file}.`);
    await writeFile(file, 'from,to\n/alt,/faq\n');
    expect((await kundig(`redirects import ${file} --preview`)).said).toContain('It would be 1 added,');
    expect((await kundig('redirects export')).said).toBe('from,to,hits,used_on');
    expect((await kundig(`redirects import ${file} --replace`)).said).toContain('1 added, 0 changed');
    expect((await kundig('redirects export')).said).toBe('from,to,hits,used_on\n/alt,/faq,0,');
  });
});

describe('the doctor', () => {
  const findings = async (variables: NodeJS.ProcessEnv = {}) => {
    const { code, said } = await kundig('doctor --json', variables);
    const levels = JSON.parse(said) as { check: string; level: string; text: string }[];
    return { code, said, levels: Object.fromEntries(levels.map(({ check, level }) => [check, level])) };
  };

  it('finds a community well but for its worker', async () => {
    const { code, levels } = await findings();
    expect(levels).toMatchObject({
      database: 'ok',
      extensions: 'ok',
      roles: 'ok',
      schema: 'ok',
      clock: 'ok',
    });
    expect(levels).toMatchObject({ search: 'ok', worker: 'warning' });
    expect(code).toBe(1);
  });

  it('knows keys that are not those of the database', async () => {
    const { code, levels, said } = await findings({ KEYS_DIR: join(folder, 'other-keys') });
    expect(levels).toMatchObject({ database: 'ok', keys: 'warning' });
    expect(levels).not.toHaveProperty('schema');
    expect(code).toBe(1);
    expect(said).not.toContain(new URL(database.url).password);
  });

  it('names a setting that is wrong, and a database that does not answer', async () => {
    expect((await findings({ PORT: 'x' })).levels).toEqual({ node: 'ok', environment: 'fault' });
    const { code, levels } = await findings({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' });
    expect(levels.database).toBe('fault');
    expect(code).toBe(2);
  });
});

describe('the work of an operator', () => {
  it('migrates, safe to repeat', async () => {
    expect(await kundig('migrate')).toMatchObject({ code: 0, said: 'The database is up to date.' });
  });

  it('makes an administrator, who chooses a password on a link', async () => {
    const { code, said } = await kundig('admin create --mail ada@example.com --nickname Ada');
    expect(code).toBe(0);
    expect(said).toMatch(/http:\/\/community\.test\/reset-password\S*[\w-]{40}/);
    expect((await kundig('role list')).said).toMatch(/^Ada\s+administrator\s+everywhere$/m);
    const again = await kundig('admin create --mail ada@example.com --nickname Ada2');
    expect(again).toMatchObject({ code: 1 });
    expect(again.complaints).not.toContain('defect');
    expect(await count('identity.account')).toBe(1);
  });

  it('lets somebody back in', async () => {
    const { code, said } = await kundig('admin reset-password --mail ada@example.com');
    expect(code).toBe(0);
    expect(said).toContain('http://community.test/reset-password');
  });

  it('makes boards, groups and roles, one by one and from a file', async () => {
    await kundig('group create kreis --name-de Kreis --name-en Circle');
    expect(await kundig('group add kreis Ada')).toMatchObject({ code: 0, said: 'Ada is in kreis.' });
    expect((await kundig(`board create netz ${NAMES} --group kreis --announced`)).code).toBe(0);
    expect((await kundig(`board create unten ${NAMES} --parent netz`)).code).toBe(0);
    expect((await kundig('role grant Ada moderator --board netz')).said).toBe('Ada is moderator of netz.');
    const seed = {
      boards: [
        { slug: 'neu', name: { de: 'Neu', en: 'New' }, description: { de: 'Neues', en: 'New things' } },
      ],
      roles: [{ nickname: 'Ada', role: 'editor', board: 'neu' }],
    };
    await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
    expect(await kundig(`seed ${join(folder, 'seed.json')}`)).toMatchObject({ code: 0 });
    const boards = (await kundig('board list')).said;
    expect(boards).toMatch(/^netz .* group +0$/m);
    expect(boards).toMatch(/^ {2}unten /m);
    expect(boards).toMatch(/^neu /m);
    expect((await kundig('group list')).said).toMatch(/^kreis +Kreis +Circle +1$/m);
    expect((await kundig('role list')).said).toMatch(/^Ada +editor +neu$/m);
    await kundig('role revoke Ada moderator --board netz');
    expect((await kundig('role list')).said).not.toContain('moderator');
  });

  it('leaves the community its last administrator', async () => {
    const refused = await kundig('role revoke Ada administrator');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.complaints).toContain('Somebody has to administer the community.');
    expect((await kundig('role list')).said).toMatch(/^Ada\s+administrator\s+everywhere$/m);
  });

  it('imports a dump, and says what arrived', async () => {
    await kundig(`board create archiv ${NAMES}`);
    const command = `import stackexchange ${EXCERPT} --board archiv --site iot.stackexchange.com`;
    const first = await kundig(command);
    expect(first).toMatchObject({ code: 0, complaints: '' });
    expect(first.said).toContain('Imported: 40 threads with 457 posts');
    expect((await kundig(command)).said).toContain('Imported: 0 threads with 0 posts');
    expect(await count('forum.post')).toBe(457);
  }, 60_000);

  it('notices an index that lacks posts, and fills it', async () => {
    const before = await kundig('search verify');
    expect(before).toMatchObject({ code: 1 });
    expect(before.complaints).toContain('run "kundig search reindex"');
    expect((await kundig('search reindex')).said).toMatch(/^457 posts indexed, 0 stale/m);
    expect(await kundig('search verify')).toMatchObject({ code: 0 });
  }, 60_000);

  it('finds its counters and keys in order', async () => {
    expect((await kundig('forum recount')).said).toBe('0 thread(s) and 0 board(s) were wrong.');
    expect((await kundig('kudos recount')).said).toBe('0 counter(s) were wrong.');
    expect((await kundig('keys verify')).said).toContain('both database roles accept them');
    const elsewhere = await kundig('keys verify', { KEYS_DIR: join(folder, 'no-keys') });
    expect(elsewhere).toMatchObject({ code: 1 });
    expect(elsewhere.complaints).toContain('There are no keys in');
  });

  it('never removes a community of its own for the demo', async () => {
    const before = await count('forum.post');
    expect(await kundig('demo reset --yes')).toMatchObject({ code: 1 });
    expect(await kundig('demo load')).toMatchObject({ code: 1 });
    expect(await count('forum.post')).toBe(before);
  });

  it('rotates its keys, once at a time, and refuses them from then on without the new one', async () => {
    const keysDir = join(folder, 'rotated-keys');
    await cp(process.env.KEYS_DIR!, keysDir, { recursive: true });
    const own = await createTestDatabase();
    const variables = { KEYS_DIR: keysDir, DATABASE_URL: own.url };
    expect(await kundig('keys rotate --in 0', variables)).toMatchObject({ code: 2 });
    expect((await kundig('keys rotate', variables)).said).toContain('Version 2 is in');
    const before = await kundig('keys verify', { ...variables, KEYS_DIR: process.env.KEYS_DIR });
    expect(before).toMatchObject({ code: 1 });
    expect(before.complaints).toContain('not those of this database');
    const again = await kundig('keys rotate', variables);
    expect(again).toMatchObject({ code: 1 });
    expect(again.complaints).toContain('waits to be used');
    const { said } = await kundig('keys verify', variables);
    expect(said).toContain('2 version(s), 1 in use');
    await own.drop();
  });

  it('makes a key for reveals and shares of the keys, and recovers them from two', async () => {
    const keysDir = join(folder, 'own-keys');
    const variables = { KEYS_DIR: keysDir };
    await cp(process.env.KEYS_DIR!, keysDir, { recursive: true });
    expect((await kundig('keys verify', variables)).said).toContain('Reveals are off');
    const shares = join(folder, 'shares');
    expect(await kundig(`keys init --into ${shares}`, variables)).toMatchObject({ code: 0, complaints: '' });
    const share = (number: number) => join(shares, `share-${number}.txt`);
    expect((await stat(share(1))).mode & 0o777).toBe(0o600);
    expect((await kundig('keys verify', variables)).said).toContain(
      'Reveals are possible, and their log is whole.',
    );
    expect((await kundig('keys init', variables)).complaints).toContain('are set up');
    expect((await kundig(`keys share --into ${shares}`, variables)).complaints).toContain(
      'name another folder',
    );
    const whole = await readFile(join(keysDir, 'keys.json'), 'utf8');
    const recover = (one: string, other: string) => kundig(`keys recover ${one} ${other}`, variables);
    expect((await recover(share(1), share(3))).complaints).toContain('move keys.json away');
    await rm(join(keysDir, 'keys.json'));
    expect((await recover(share(2), share(2))).complaints).toContain('Both are share 2');
    expect((await recover(share(2), join(folder, 'none'))).complaints).toContain('cannot be read (ENOENT)');
    expect(await recover(share(1), share(3))).toMatchObject({ code: 0, complaints: '' });
    expect(await readFile(join(keysDir, 'keys.json'), 'utf8')).toBe(whole);
    expect(await kundig('keys verify', variables)).toMatchObject({ code: 0 });
  });

  it('prints shares once, and leaves no new keys where others belong', async () => {
    const keysDir = join(folder, 'lost-keys');
    expect(await kundig('keys init', { KEYS_DIR: keysDir })).toMatchObject({ code: 1 });
    expect(existsSync(join(keysDir, 'keys.json'))).toBe(false);
    const { said } = await kundig('keys share');
    const [first, second] = said.match(/kundig-key-share:\S+/g)!;
    await writeFile(join(folder, 'first.txt'), first!);
    await writeFile(join(folder, 'second.txt'), second!);
    await kundig(`keys recover ${folder}/first.txt ${folder}/second.txt`, { KEYS_DIR: keysDir });
    expect(await kundig('keys verify', { KEYS_DIR: keysDir })).toMatchObject({ code: 0 });
  });
});
