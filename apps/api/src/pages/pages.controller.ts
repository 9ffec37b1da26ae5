import { Controller, Get, Req, Res } from '@nestjs/common';
import { Access } from '@kundig/platform/server';
import type { Request, Response } from 'express';
import { PageSender } from './page-sender.js';

/** Everything that is not an endpoint is a page, also the one that says there is none. Its module is imported last. */
@Controller()
export class PagesController {
  constructor(private readonly pages: PageSender) {}

  @Get('{*path}')
  @Access.public()
  async page(@Req() req: Request, @Res() res: Response): Promise<void> {
    await this.pages.send(req, res).catch((error: unknown) => this.pages.fail(req, res, error));
  }
}
