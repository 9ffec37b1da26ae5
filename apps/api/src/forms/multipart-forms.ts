import type { INestApplication } from '@nestjs/common';
import { FileReader } from '@kundig/files/server';
import { httpStatusOf, type ExpectedError } from '@kundig/platform/server';
import type { RequestHandler } from 'express';
import type { KundigRequest } from '../http/request-contexts.js';

const FORM = /^(?:\/en)?\/form\//;

/**
 * Reads plain forms that bring a file along, before anybody asks them for their token. The file waits in memory until
 * the form turns out to be one of ours.
 */
export function multipartForms(app: INestApplication): RequestHandler {
  const reader = app.get(FileReader);
  return (req, res, next) => {
    if (req.method !== 'POST' || !FORM.test(req.path) || !req.is('multipart/form-data')) return next();
    reader.read(req, res, (req as KundigRequest).kundig.actor.isMember).then(
      () => next(),
      (error: ExpectedError) => next(Object.assign(error, { status: httpStatusOf(error.typename) })),
    );
  };
}
