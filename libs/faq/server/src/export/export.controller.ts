import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { Access } from '@kundig/platform/server';
import type { Response } from 'express';
import { contentTypeOf } from './export-formats.js';
import { ExportFaq } from './export-faq.service.js';

/** Hands out the files of the current export: what was released is public. */
@Controller('faq/export')
export class FaqExportController {
  constructor(private readonly exports: ExportFaq) {}

  /** @param name one of the fixed names of the export; no path is ever made of another one */
  @Get(':name')
  @Access.public()
  download(@Param('name') name: string, @Res() response: Response): Promise<void> {
    const contentType = contentTypeOf(name);
    if (!contentType) throw new NotFoundException();
    response.set({
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-cache',
    });
    return new Promise((resolve, reject) => {
      response.sendFile(name, { root: this.exports.currentFolder, cacheControl: false }, (error) => {
        if (!error) resolve();
        else if (response.headersSent)
          response.destroy(); // the reader went away in the middle
        else reject(new NotFoundException());
      });
    });
  }
}
