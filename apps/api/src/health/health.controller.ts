import { Controller, Get, Header, Res } from '@nestjs/common';
import { Access } from '@kundig/platform/server';
import type { Response } from 'express';
import { ReadinessProbe } from './readiness.js';

/** For supervisors and load balancers: whether to restart this process, and whether to send it readers. */
@Controller('health')
export class HealthController {
  constructor(private readonly probe: ReadinessProbe) {}

  /** The process runs and answers; says nothing of what it depends on, which a restart would not mend. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  @Access.public()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 while it can serve readers, else 503. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @Access.public()
  async ready(@Res() res: Response): Promise<void> {
    const readiness = await this.probe.ask();
    res.status(readiness.status === 'ready' ? 200 : 503).json(readiness);
  }
}
