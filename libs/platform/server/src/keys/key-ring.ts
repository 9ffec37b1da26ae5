import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const keyFile = z.object({
  current: z.number().int().min(1),
  keys: z.record(z.string().regex(/^\d+$/), z.string().length(44)),
});
type KeyFile = z.infer<typeof keyFile>;

const FILE = 'keys.json';

/**
 * The root keys of an installation, one per version, in `KEYS_DIR`: outside data and backup. Everything else is derived
 * by HKDF-SHA256 with a purpose label, so that no key serves two purposes (ASVS 11.4.4).
 */
export class KeyRing {
  private readonly derived = new Map<string, Buffer>();

  private constructor(private readonly file: KeyFile) {}

  /**
   * Reads the ring, making one with a fresh key when the folder holds none.
   * @throws Error when the file is there but unreadable or damaged: a new one would orphan every sealed link
   */
  static open(directory: string): KeyRing {
    const path = join(directory, FILE);
    if (!existsSync(path)) {
      mkdirSync(dirname(directory), { recursive: true }); // a mode would go to the parents, too
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      const fresh: KeyFile = { current: 1, keys: { '1': randomBytes(32).toString('base64') } };
      const temporary = `${path}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
      renameSync(temporary, path);
      chmodSync(path, 0o600);
    }
    const parsed = keyFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!parsed.success || !(String(parsed.data.current) in parsed.data.keys))
      throw new Error(`${path} is damaged`);
    return new KeyRing(parsed.data);
  }

  /** Version under which new things are sealed. */
  get currentVersion(): number {
    return this.file.current;
  }

  /** All versions, newest first. */
  get versions(): number[] {
    return Object.keys(this.file.keys)
      .map(Number)
      .sort((a, b) => b - a);
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
    const key = Buffer.from(
      hkdfSync('sha256', Buffer.from(root, 'base64'), Buffer.alloc(0), `kundig/${purpose}`, 32),
    );
    this.derived.set(name, key);
    return key;
  }

  /** @returns HMAC-SHA256 of `message` under the derived key, base64url */
  sign(purpose: string, message: string, version: number = this.currentVersion): string {
    return createHmac('sha256', this.derive(purpose, version)).update(message).digest('base64url');
  }

  /** Password of a database role: the same on every instance that shares the keys, kept nowhere else. */
  databasePassword(role: string): string {
    const oldest = Math.min(...this.versions);
    return this.derive(`database-role/${role}`, oldest).toString('base64url');
  }
}
