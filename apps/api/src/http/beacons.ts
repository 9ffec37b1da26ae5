import type { NestExpressApplication } from '@nestjs/platform-express';
import { ViewCounter } from '@kundig/forum/server';
import express from 'express';

/** `POST /beacon/view`: a page was looked at. The body is the thread's public id; nothing about the reader is kept. */
export function beacons(app: NestExpressApplication): void {
  const views = app.get(ViewCounter);
  app.use(
    '/beacon/view',
    express.text({ limit: 200, type: () => true }),
    (req: express.Request, res: express.Response) => {
      if (req.method === 'POST' && typeof req.body === 'string') views.seen(req.body.trim());
      res.status(204).end();
    },
  );
}
