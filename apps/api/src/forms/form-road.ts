import type { NestExpressApplication } from '@nestjs/platform-express';
import { Translator, type Environment } from '@kundig/platform/server';
import type { Request, RequestHandler, Response } from 'express';
import type { SchemaRunner } from '../graphql/schema-runner.js';
import { localeOf, type KundigRequest } from '../http/request-contexts.js';
import { sendPage } from '../pages/send-page.js';
import type { WebBundle } from '../pages/web-bundle.js';
import { formMutation, type FormFields } from './form-input.js';

interface MutationAnswer {
  __typename: string;
  path?: string;
  message?: string;
  field?: string | null;
}

const STATUS_BY_ERROR: Record<string, number> = {
  NotFoundError: 404,
  NotAllowedError: 403,
  TooManyRequestsError: 429,
  ConflictError: 409,
};

/**
 * `POST /form/<mutation>`: the road of plain forms. Runs the named mutation with the form's fields; success leads to the
 * page it names (303), a refusal shows the form's page again with everything typed and what to mend (422 and the like).
 */
export function formRoad(
  app: NestExpressApplication,
  run: SchemaRunner,
  bundle: WebBundle,
  environment: Environment,
): void {
  const mutations = run.schema.getMutationType()!;
  const handle = async (req: Request, res: Response): Promise<void> => {
    const name = String(req.params.mutation);
    const mutation = formMutation(mutations, name);
    if (req.method !== 'POST' || !mutation)
      return sendPage(req, res, { run, bundle, environment, problem: 404 });
    const fields = (req.body ?? {}) as FormFields;
    const { kundig: ctx } = req as KundigRequest;
    const prefix = localeOf(req) === 'en' ? '/en' : '';
    const page = localPath(fields._page);
    const result = await run.run(ctx, {
      document: mutation.document,
      variables: { input: mutation.inputOf(fields) },
    });
    const answer = result.data?.[name] as MutationAnswer | undefined;
    if (answer?.path !== undefined) return res.redirect(303, `${prefix}${localPath(answer.path)}`);
    if (answer?.__typename === 'SignInRequiredError')
      return res.redirect(303, `${prefix}/sign-in?next=${encodeURIComponent(page)}`);
    const message =
      answer?.message ??
      app
        .get(Translator)
        .translate(ctx.locale, malformed(result) ? 'platform:invalid.required' : 'platform:error.internal');
    const status = answer ? (STATUS_BY_ERROR[answer.__typename] ?? 422) : malformed(result) ? 422 : 500;
    const problems = [{ field: answer?.field ?? undefined, message }];
    await sendPage(req, res, {
      run,
      bundle,
      environment,
      path: page,
      refusedForm: { mutation: name, fields: shownAgain(fields), problems, status },
    });
  };
  const route: RequestHandler = (req, res, next) => void handle(req, res).catch(next);
  app.getHttpAdapter().getInstance().all(['/form/:mutation', '/en/form/:mutation'], route);
}

/** GraphQL itself refused the variables: a required field is missing or an enum value is unknown. */
const malformed = (result: { data?: unknown; errors?: readonly { path?: unknown }[] }): boolean =>
  result.data === undefined && (result.errors ?? []).every(({ path }) => path === undefined);

/** Only a path of this site may be led to or rendered. */
function localPath(value: string | string[] | undefined): string {
  const path = Array.isArray(value) ? value[0] : value;
  return path && /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(path) && path.length <= 2000 ? path : '/';
}

/** What is put back into the form: text, never a secret or our own fields. */
function shownAgain(fields: FormFields): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || /^_|password/i.test(name) ? [] : [[name, value]],
    ),
  );
}
