import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { stringify } from 'csv-stringify/sync';
import { RedirectRepository } from '../storage/redirect.repository.js';

/** Hands the list of redirects out, as it can be taken in again; how often each was followed stands beside it. */
@Injectable()
export class ExportRedirectsService {
  constructor(private readonly redirects: RedirectRepository) {}

  /** @returns CSV */
  async execute(ctx: RequestContext): Promise<string> {
    const rows = await this.redirects.all(ctx);
    return stringify(
      rows.map(({ from, to, hits, usedOn }) => [from, to, hits, usedOn ?? '']),
      { header: true, columns: ['from', 'to', 'hits', 'used_on'], record_delimiter: 'unix' },
    );
  }
}
