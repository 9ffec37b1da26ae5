import type { Environment } from '@kundig/platform/server';
import type { RequestHandler } from 'express';
import type { WebBundle } from '../pages/web-bundle.js';

interface OperationBody {
  query?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/**
 * Lets in the documents of our own pages, by hash. An unknown one, a batch or a free query gets the same refusal, unless
 * the environment allows any (tests and development).
 */
export function persistedDocuments(environment: Environment, bundle: WebBundle): RequestHandler {
  const anyAllowed = environment.get('GRAPHQL_DOCUMENTS') === 'any';
  return (req, res, next) => {
    const body = req.body as OperationBody | OperationBody[] | undefined;
    if (req.method === 'POST' && body && !Array.isArray(body)) {
      const hash = body.extensions?.persistedQuery?.sha256Hash;
      const document = typeof hash === 'string' ? bundle.documents.get(hash) : undefined;
      if (document) {
        body.query = document;
        delete body.extensions;
        return next();
      }
      if (anyAllowed && typeof body.query === 'string') return next();
    }
    res
      .status(400)
      .json({ errors: [{ message: 'Unknown operation.', extensions: { code: 'BAD_REQUEST' } }] });
  };
}
