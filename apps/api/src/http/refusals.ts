import { Logger } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import type { ErrorRequestHandler } from 'express';
import { PageSender } from '../pages/page-sender.js';
import type { KundigRequest } from './request-contexts.js';
import { requestIdOf } from './request-id.js';

/**
 * Last resort for what fails on the way: a write from elsewhere, a body too large or malformed (the client's fault, with
 * its status), anything else a defect, which is logged and says nothing. People get a page, programs a line of JSON.
 */
export function refusals(app: INestApplication): ErrorRequestHandler {
  const log = new Logger('Http');
  return (error: { status?: number; stack?: string }, req, res, next) => {
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) log.error(`${requestIdOf(res)}: ${error.stack ?? String(error)}`);
    if (res.headersSent) return next(error);
    const forPeople = (req as Partial<KundigRequest>).kundig && req.path !== '/graphql';
    if (forPeople && (status === 403 || status === 500))
      return void app.get(PageSender).sendProblem(req, res, status).catch(next);
    res.status(status).json({
      errors: [
        {
          message: 'Refused.',
          extensions: { code: status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' },
        },
      ],
    });
  };
}
