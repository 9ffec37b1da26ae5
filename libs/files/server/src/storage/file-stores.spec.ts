import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Environment, SystemClock, SystemRandomness } from '@kundig/platform/server';
import { storageKey } from '../stored-file.js';
import { DiskFileStore } from './disk-file-store.js';
import type { FileStore } from './file-store.js';
import { openFileStore } from './open-file-store.js';
import { S3FileStore } from './s3-file-store.js';

const ACCESS_KEY = 'test-key';
const SECRET_KEY = 'test-secret';
const REGION = 'eu-central-1';
const BUCKET = 'community';

/** A server that keeps objects in memory and answers only requests signed as the protocol wants it (AWS Signature 4). */
class S3Server {
  readonly objects = new Map<string, Buffer>();
  readonly refused: string[] = [];
  private readonly server: Server = createServer((req, res) => {
    void buffer(req).then((body) => {
      const path = new URL(req.url!, 'http://s3').pathname;
      if (!isSigned(req, body)) {
        this.refused.push(path);
        return res.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      }
      if (req.method === 'PUT') {
        this.objects.set(path, body);
        return res.writeHead(200, { etag: '"x"' }).end();
      }
      if (req.method === 'DELETE') {
        this.objects.delete(path);
        return res.writeHead(204).end();
      }
      const found = this.objects.get(path);
      if (!found) return res.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
      return res.writeHead(200, { 'content-length': found.length }).end(found);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

function isSigned(req: IncomingMessage, body: Buffer): boolean {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      req.headers.authorization ?? '',
    );
  if (!parts) return false;
  const [, key, day, region, names, signature] = parts;
  const claimed = String(req.headers['x-amz-content-sha256']);
  if (key !== ACCESS_KEY || region !== REGION || ![sha256(body), 'UNSIGNED-PAYLOAD'].includes(claimed))
    return false;
  const url = new URL(req.url!, 'http://s3');
  const query = [...url.searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const headers = names!.split(';').map((name) => `${name}:${String(req.headers[name]).trim()}\n`);
  const request = [req.method, url.pathname, query.sort().join('&'), headers.join(''), names, claimed].join(
    '\n',
  );
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', req.headers['x-amz-date'], scope, sha256(request)].join('\n');
  const signingKey = [region!, 's3', 'aws4_request'].reduce(
    (derived, part) => hmac(derived, part),
    hmac(`AWS4${SECRET_KEY}`, day!),
  );
  return hmac(signingKey, toSign).toString('hex') === signature;
}

let folder: string;
let endpoint: string;
const s3 = new S3Server();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-store-'));
  endpoint = await s3.start();
});
afterAll(async () => {
  s3.stop();
  await rm(folder, { recursive: true });
});

const onDisk = () => new DiskFileStore(folder, new SystemClock(), new SystemRandomness());
const inBucket = (secretKey = SECRET_KEY) =>
  new S3FileStore({ endpoint, bucket: BUCKET, region: REGION, accessKey: ACCESS_KEY, secretKey });

describe.each([
  ['a folder', onDisk],
  ['an S3 bucket', inBucket],
] as [string, () => FileStore][])('files in %s', (_name, open) => {
  it('come out as they went in, large ones too', async () => {
    const store = open();
    const content = new SystemRandomness().bytes(3_000_000);
    const key = storageKey('one', 480);
    await store.put(key, content);
    const found = await store.open(key);
    expect(found!.size).toBe(content.length);
    expect((await buffer(found!.stream)).equals(content)).toBe(true);
  });

  it('are replaced whole, and gone when removed; removing twice is no error', async () => {
    const store = open();
    const key = storageKey('two', 'whole');
    await store.put(key, Buffer.from('first'));
    await store.put(key, Buffer.from('second'));
    expect(String(await buffer((await store.open(key))!.stream))).toBe('second');
    await store.remove([key]);
    await store.remove([key]);
    expect(await store.open(key)).toBeNull();
  });
});

describe('files in a folder', () => {
  it('leave no halves behind, belong to this user alone, and tell no exact time', async () => {
    const key = storageKey('three', 'whole');
    await onDisk().put(key, Buffer.from('x'));
    const names = await readdir(join(folder, key.slice(0, 2)));
    expect(names.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    const { mode, mtime } = await stat(join(folder, key));
    expect(mode & 0o777).toBe(0o600);
    expect(mtime.getTime() % (15 * 60_000)).toBe(0);
  });

  it.each(['../../etc/passwd', 'ab/../../x', '/etc/passwd', 'ab/cd', ''])('never lie at %s', async (key) => {
    await expect(onDisk().put(key, Buffer.from('x'))).rejects.toThrow(RangeError);
    await expect(onDisk().open(key)).rejects.toThrow(RangeError);
  });
});

describe('files in a bucket', () => {
  it('lie in the bucket under their keys, by signed requests', async () => {
    const key = storageKey('four', 960);
    await inBucket().put(key, Buffer.from('x'));
    expect(s3.objects.has(`/${BUCKET}/${key}`)).toBe(true);
    expect(s3.refused).toEqual([]);
  });

  it('are not there for another secret', async () => {
    await expect(inBucket('wrong').put(storageKey('five', 480), Buffer.from('x'))).rejects.toThrow();
    expect(s3.objects.has(`/${BUCKET}/${storageKey('five', 480)}`)).toBe(false);
  });
});

describe('the storage of a community', () => {
  const choose = (settings: Record<string, string>) =>
    openFileStore(Environment.read(settings), new SystemClock(), new SystemRandomness());
  const all = {
    FILES_S3_ENDPOINT: 'https://s3.example.com',
    FILES_S3_BUCKET: BUCKET,
    FILES_S3_ACCESS_KEY: ACCESS_KEY,
    FILES_S3_SECRET_KEY: SECRET_KEY,
  };

  it('is a folder, or the bucket where one is named', () => {
    expect(choose({ DATA_DIR: folder })).toBeInstanceOf(DiskFileStore);
    expect(choose(all)).toBeInstanceOf(S3FileStore);
  });

  it('is refused where half of the settings is missing, by their names', () => {
    expect(() => choose({ ...all, FILES_S3_SECRET_KEY: '' })).toThrow(/FILES_S3_SECRET_KEY/);
  });
});
