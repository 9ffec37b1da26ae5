import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ViewCounter } from '@kundig/forum/server';
import { Access } from '@kundig/platform/server';
import type { Request } from 'express';

/** Anonymous counters of pages; nothing about the reader is kept. */
@Controller('beacon')
export class BeaconsController {
  constructor(private readonly views: ViewCounter) {}

  /** The body is the public id of a thread whose page was looked at. */
  @Post('view')
  @HttpCode(204)
  @Access.public()
  view(@Req() req: Request): void {
    if (typeof req.body === 'string') this.views.seen(req.body.trim());
  }
}
