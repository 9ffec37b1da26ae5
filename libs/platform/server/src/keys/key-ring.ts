import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { OperatorProblem } from '../errors/operator-problem.js';

const version = z.number().int().min(1);
const keyFile = z
  .object({
    current: version,
    /** Known already, and in use from an instant on: until then every instance has read it. */
    next: z.object({ version, from: z.iso.datetime() }).optional(),
    keys: z.record(z.string().regex(/^\d+$/), z.string().length(44)),
    /** For reveals alone; there is none until the operator makes it, and no rotation changes it. */
    reveal: z.string().length(44).optional(),
  })
  .refine(({ current, next, keys }) =>
    [current, next?.version ?? current].every((one) => String(one) in keys),
  );
type KeyFile = z.infer<typeof keyFile>;

const FILE = 'keys.json';

/** How long an instance that begins waits for another one that is making the first key, and how often it looks. */
const FIRST_KEY_WAIT_MS = 5_000;
const FIRST_KEY_LOOK_MS = 10;

/** How often a ring that is used looks whether its file has changed. */
const LOOK_EVERY_MS = 5_000;

/** What is to be done about the keys stands in the message. */
export class KeyProblem extends OperatorProblem {}

/**
 * The root keys of an installation, one per version, in `KEYS_DIR`: outside data and backup. Everything else is derived
 * by HKDF-SHA256 with a purpose label, so that no key serves two purposes (ASVS 11.4.4). A new version that the operator
 * adds is picked up by running instances, which open what it sealed before any of them seals under it.
 */
export class KeyRing {
  private readonly derived = new Map<string, Buffer>();
  private lookedAt = Date.now();
  private mark: string;
  private file: KeyFile;

  private constructor(private readonly path: string) {
    this.mark = markOf(path); // before it is read: what comes in between is found by the next look
    this.file = read(path);
  }

  /**
   * Reads the ring, making one with a fresh key when the folder holds none.
   * @throws Error when the file is there but unreadable or damaged: a new one would orphan every sealed link
   */
  static open(directory: string): KeyRing {
    const path = join(directory, FILE);
    if (!existsSync(path)) makeFirst(path);
    return new KeyRing(path);
  }

  /**
   * Adds a version that is used from an instant on; what older ones have sealed still opens.
   * @param from far enough away that every instance has read the file by then
   * @returns the new version
   * @throws KeyProblem the last rotation is not over yet, or somebody else changes the file
   */
  static rotate(directory: string, from: Date): number {
    const path = join(directory, FILE);
    const { next } = change(path, () => {
      const file = read(path);
      const { next: before, current, keys } = file;
      if (before && Date.parse(before.from) > Date.now())
        throw new KeyProblem(
          `Version ${before.version} waits to be used from ${before.from} on; rotate again after that.`,
        );
      const added = Math.max(...Object.keys(keys).map(Number)) + 1;
      return {
        ...file,
        current: before?.version ?? current,
        next: { version: added, from: from.toISOString() },
        keys: { ...keys, [added]: freshKey() },
      };
    });
    return next.version;
  }

  /**
   * Adds the key without which nobody learns who stands behind a persona; running instances read it by themselves.
   * @throws KeyProblem there is one, or somebody else changes the file
   */
  static addRevealKey(directory: string): void {
    const path = join(directory, FILE);
    change(path, () => {
      const file = read(path);
      if (file.reveal) throw new KeyProblem('There is a key for reveals already.');
      return { ...file, reveal: freshKey() };
    });
  }

  /** @returns the whole file, for shares of it */
  static export(directory: string): Buffer {
    return Buffer.from(JSON.stringify(read(join(directory, FILE))));
  }

  /**
   * Puts back what `export` gave.
   * @throws KeyProblem keys are there already, or these are none, or somebody else makes some
   */
  static restore(directory: string, exported: Buffer): void {
    const path = join(directory, FILE);
    const file = parse(exported.toString());
    if (!file) throw new KeyProblem('What the shares give is no file of keys.');
    makeFolder(directory);
    change(path, () => {
      if (existsSync(path))
        throw new KeyProblem(`There are keys in ${directory} already: move keys.json away, then try again.`);
      return file;
    });
  }

  /**
   * Reads the file again if it has changed; happens by itself every few seconds. A damaged one changes nothing, nor does one
   * that lacks a key of this ring: an old copy put back, or another community's, under which nothing must be sealed.
   */
  refresh(): void {
    this.lookedAt = Date.now();
    try {
      const mark = markOf(this.path);
      if (mark === this.mark) return;
      const file = read(this.path);
      if (Object.entries(this.file.keys).some(([version, key]) => file.keys[version] !== key)) return;
      [this.file, this.mark] = [file, mark];
    } catch {
      // Half copied, or gone for a moment: what is known goes on working, and the next look comes soon.
    }
  }

  /** Version under which new things are sealed. */
  get currentVersion(): number {
    if (Date.now() - this.lookedAt >= LOOK_EVERY_MS) this.refresh();
    const { current, next } = this.file;
    return next && Date.parse(next.from) <= Date.now() ? next.version : current;
  }

  /** All versions: the current one, then the others, newest first. */
  get versions(): number[] {
    const current = this.currentVersion;
    const others = Object.keys(this.file.keys)
      .map(Number)
      .filter((one) => one !== current);
    return [current, ...others.sort((a, b) => b - a)];
  }

  /** Version that was there from the beginning, for what must stay the same whatever comes. */
  get oldestVersion(): number {
    return Math.min(...this.versions);
  }

  /** Whether there is a key for reveals. */
  get opensPersonas(): boolean {
    if (Date.now() - this.lookedAt >= LOOK_EVERY_MS) this.refresh();
    return this.file.reveal !== undefined;
  }

  /**
   * @param purpose as for `derive`
   * @returns 32 bytes that follow from the key for reveals alone; null where there is none
   */
  deriveForReveal(purpose: string): Buffer | null {
    return this.opensPersonas ? expand(this.file.reveal!, purpose) : null;
  }

  /** What tells each version apart from any other key and tells nothing of it. */
  get fingerprints(): ReadonlyMap<number, string> {
    return new Map(this.versions.map((version) => [version, this.sign('fingerprint', 'kundig', version)]));
  }

  /**
   * @param purpose label such as `persona-link`; another label gives an unrelated key
   * @returns 32 bytes
   * @throws Error for a version the ring does not hold
   */
  derive(purpose: string, version: number = this.currentVersion): Buffer {
    const name = `${version}:${purpose}`;
    const known = this.derived.get(name);
    if (known) return known;
    const root = this.file.keys[String(version)];
    if (!root) throw new Error(`no key of version ${version}`);
    const key = expand(root, purpose);
    this.derived.set(name, key);
    return key;
  }

  /** @returns HMAC-SHA256 of `message` under the derived key, base64url */
  sign(purpose: string, message: string, version: number = this.currentVersion): string {
    return createHmac('sha256', this.derive(purpose, version)).update(message).digest('base64url');
  }

  /** Password of a database role: the same on every instance that shares the keys, kept nowhere else. */
  databasePassword(role: string): string {
    return this.derive(`database-role/${role}`, this.oldestVersion).toString('base64url');
  }
}

const freshKey = (): string => randomBytes(32).toString('base64');

/** HKDF-SHA256. @param root in base64 */
const expand = (root: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(root, 'base64'), Buffer.alloc(0), `kundig/${purpose}`, 32));

/** What changes with the file, however it is put there. */
function markOf(path: string): string {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino} ${mtimeMs} ${size}`;
}

function read(path: string): KeyFile {
  const file = parse(readFileSync(path, 'utf8'));
  if (!file) throw new Error(`${path} is damaged`);
  return file;
}

/** @returns null for anything but keys. @throws SyntaxError for anything but JSON */
const parse = (text: string): KeyFile | null => keyFile.safeParse(JSON.parse(text)).data ?? null;

function makeFolder(directory: string): void {
  mkdirSync(dirname(directory), { recursive: true }); // a mode would go to the parents, too
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}

/**
 * Of instances that begin at once on one folder, one makes the key, and the others wait for it and take it.
 * @throws KeyProblem whoever was to make it has not done so in time: it was cut off
 */
function makeFirst(path: string): void {
  makeFolder(dirname(path));
  for (let waited = 0; !existsSync(path); waited += FIRST_KEY_LOOK_MS)
    try {
      change(path, () => (existsSync(path) ? read(path) : { current: 1, keys: { '1': freshKey() } }));
    } catch (error) {
      if (!(error instanceof KeyProblem) || waited >= FIRST_KEY_WAIT_MS) throw error;
      wait(FIRST_KEY_LOOK_MS);
    }
}

/** Nothing else can be done by an instance that has no keys yet. */
const wait = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

/**
 * Puts another file in place of the one that is there. Readers see the old one or the new one, never a part. The temporary
 * file is the lock: `make` reads under it, so that of two who change the file at once neither undoes what the other did.
 * @returns what `make` made
 * @throws KeyProblem when somebody else is at it
 */
function change<File extends KeyFile>(path: string, make: () => File): File {
  const temporary = `${path}.new`;
  const lock = locked(temporary);
  try {
    const file = make();
    fchmodSync(lock, 0o600);
    writeFileSync(lock, JSON.stringify(file));
    fsyncSync(lock); // a power cut must not leave an empty file in place of the keys
    renameSync(temporary, path);
    return file;
  } catch (error) {
    rmSync(temporary);
    throw error;
  } finally {
    closeSync(lock);
  }
}

/** @returns the temporary file, open, which is there once. @throws KeyProblem when somebody else has it */
function locked(temporary: string): number {
  try {
    return openSync(temporary, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new KeyProblem(
      `Another command changes the keys; if none does, remove ${temporary} and try again.`,
    );
  }
}
