import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { FileStore, type StoredContent } from './file-store.js';

/** How to reach a bucket. */
export interface S3Options {
  /** Address of the server; the path of every request begins with the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

type Sdk = typeof import('@aws-sdk/client-s3');

/** Files in a bucket of any server that speaks the S3 protocol. The client is loaded with the first file. */
export class S3FileStore extends FileStore {
  private connection: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(private readonly options: S3Options) {
    super();
  }

  async put(key: string, content: Buffer): Promise<void> {
    const { sdk, client } = await this.connect();
    const body = { Body: content, ContentLength: content.length, ContentType: 'application/octet-stream' };
    await client.send(new sdk.PutObjectCommand({ Bucket: this.options.bucket, Key: key, ...body }));
  }

  async open(key: string): Promise<StoredContent | null> {
    const { sdk, client } = await this.connect();
    try {
      const { Body: body, ContentLength: size } = await client.send(
        new sdk.GetObjectCommand({ Bucket: this.options.bucket, Key: key }),
      );
      return { stream: body as Readable, size: size! };
    } catch (error) {
      if (error instanceof sdk.NoSuchKey) return null;
      throw error;
    }
  }

  async remove(keys: readonly string[]): Promise<void> {
    const { sdk, client } = await this.connect();
    for (const key of keys)
      await client.send(new sdk.DeleteObjectCommand({ Bucket: this.options.bucket, Key: key }));
  }

  private connect(): Promise<{ sdk: Sdk; client: S3Client }> {
    const { endpoint, region, accessKey, secretKey } = this.options;
    return (this.connection ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        endpoint,
        region,
        credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
        // Servers other than Amazon's know buckets as folders, and not all of them the newer checksums.
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    })));
  }
}
