import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { Access, Ctx, NotFound, type ExportRow, type RequestContext } from '@kundig/platform/server';
import type { Response } from 'express';
import { ExportOwnDataService } from './export-own-data.service.js';

/** Sends members the file of their own data. */
@Controller()
export class OwnDataController {
  constructor(private readonly exporting: ExportOwnDataService) {}

  @Get(['own-data/:ticket', 'en/own-data/:ticket'])
  @Access.member({ evenSuspended: true })
  async download(
    @Ctx() ctx: RequestContext,
    @Param('ticket') ticket: string,
    @Res() response: Response,
  ): Promise<void> {
    const rows = await this.exporting.execute(ctx, ticket).catch((error: unknown) => {
      throw error instanceof NotFound ? new NotFoundException() : error;
    });
    response.set({
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="own-data.json"',
      'Cache-Control': 'private, no-store',
    });
    await pipeline(Readable.from(asJson(rows)), response).catch((error: unknown) => {
      if (!response.closed) throw error; // otherwise the reader went away in the middle
    });
  }
}

/** One array, a row a line, so that nothing has to be held whole. */
async function* asJson(rows: AsyncIterable<ExportRow>): AsyncIterable<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(row);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
