import { join } from 'node:path';
import { ConfigurationRefused, type Clock, type Environment, type Randomness } from '@kundig/platform/server';
import { DiskFileStore } from './disk-file-store.js';
import type { FileStore } from './file-store.js';
import { S3FileStore } from './s3-file-store.js';

const S3_SETTINGS = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_ACCESS_KEY',
  'FILES_S3_SECRET_KEY',
] as const;

/**
 * The storage the operator has chosen: an S3 server when its settings are there, `files` in `DATA_DIR` otherwise.
 * @throws ConfigurationRefused when only some of the S3 settings are there
 */
export function openFileStore(environment: Environment, clock: Clock, randomness: Randomness): FileStore {
  const missing = S3_SETTINGS.filter((name) => environment.get(name) === undefined);
  if (missing.length === S3_SETTINGS.length)
    return new DiskFileStore(join(environment.dataDir, 'files'), clock, randomness);
  if (missing.length > 0) throw new ConfigurationRefused(missing.map((name) => `${name}: is needed, too`));
  return new S3FileStore({
    endpoint: environment.get('FILES_S3_ENDPOINT')!,
    bucket: environment.get('FILES_S3_BUCKET')!,
    region: environment.get('FILES_S3_REGION'),
    accessKey: environment.get('FILES_S3_ACCESS_KEY')!,
    secretKey: environment.get('FILES_S3_SECRET_KEY')!,
  });
}
