import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ViewCounter } from '@kundig/forum/server';
import { Access, UsageCounter, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { LogOpening } from '@kundig/search/server';
import type { Request } from 'express';

/** Anonymous counters of pages; nothing about the reader is kept. */
@Controller('beacon')
export class BeaconsController {
  constructor(
    private readonly views: ViewCounter,
    private readonly opening: LogOpening,
    private readonly usage: UsageCounter,
    private readonly limits: WriteLimits,
  ) {}

  /** The body is the public id of a thread whose page was looked at. */
  @Post('view')
  @HttpCode(204)
  @Access.public()
  view(@Req() req: Request): void {
    if (typeof req.body === 'string') this.views.seen(req.body.trim());
  }

  /** Sent when somebody opens a result of a search; the body is the search as it was typed. */
  @Post('opened')
  @HttpCode(204)
  @Access.public()
  async opened(@Req() { kundig: ctx, body }: Request & { kundig: RequestContext }): Promise<void> {
    if (typeof body === 'string') await this.opening.execute(ctx, body);
  }

  /** Sent by the composer when whoever was about to ask has found the answer. */
  @Post('solved')
  @HttpCode(204)
  @Access.public()
  async solved(@Req() { kundig: ctx }: Request & { kundig: RequestContext }): Promise<void> {
    await this.limits.consume(ctx, 'search');
    await this.usage.count(ctx, 'solved-by-search');
  }
}
