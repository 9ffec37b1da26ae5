import { Injectable } from '@nestjs/common';
import { Environment, InvalidInput, TooManyRequests } from '@kundig/platform/server';
import type { Request, Response } from 'express';
import multer from 'multer';
import { FILE_LIMITS } from '../files.limits.js';
import { BoundedMemory } from './bounded-memory.js';

const MEGABYTE = 1024 * 1024;
const PAUSE_SECONDS = 5;

/** Bounds of a form beside its file: a post of 30,000 characters of up to 4 bytes, and the few fields around it. */
const FIELD_BOUNDS = { files: 1, fields: 50, fieldSize: 128 * 1024, fieldNameSize: 100, headerPairs: 20 };

/** Reads the one file of a multipart request into memory, within the operator's bound. */
@Injectable()
export class FileReader {
  private readonly reading = { members: 0, visitors: 0 };

  constructor(private readonly environment: Environment) {}

  /**
   * Fields beside the file are left in `req.body`, as of any form; all of them, whatever becomes of the file. Visitors, however
   * slowly they send, keep no member waiting.
   * @param isMember whether somebody signed in sends it
   * @throws InvalidInput    not what a form sends
   * @throws TooManyRequests this process reads as many as its memory is good for
   */
  async read(req: Request, res: Response, isMember: boolean): Promise<void> {
    const [who, most] = isMember
      ? (['members', FILE_LIMITS.atOnce] as const)
      : (['visitors', FILE_LIMITS.atOnceFromVisitors] as const);
    if (this.reading[who] >= most) throw new TooManyRequests(PAUSE_SECONDS);
    this.reading[who] += 1;
    try {
      await this.parse(req, res);
    } catch {
      throw new InvalidInput('file', 'files:error.broken');
    } finally {
      this.reading[who] -= 1;
    }
  }

  /**
   * @returns the file of a request that was read; null when its field was left empty
   * @throws InvalidInput it is larger than the operator allows
   */
  fileOf({ file }: Request): Buffer | null {
    if (!file?.size) return null;
    const most = this.environment.get('FILES_MAX_MB');
    if (file.size > most * MEGABYTE) throw new InvalidInput('file', 'files:error.tooLarge', { count: most });
    return file.buffer;
  }

  private parse(req: Request, res: Response): Promise<void> {
    const storage = new BoundedMemory(this.environment.get('FILES_MAX_MB') * MEGABYTE);
    const parser = multer({ storage, limits: FIELD_BOUNDS }).single('file');
    return new Promise((resolve, reject) => {
      void parser(req, res, (error: unknown) => (error ? reject(error as Error) : resolve()));
    });
  }
}
