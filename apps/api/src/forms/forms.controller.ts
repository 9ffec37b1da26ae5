import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import {
  Access,
  ExpectedError,
  httpStatusOf,
  SchemaRunner,
  Translator,
  type PersonalLink,
  type RevealedPersonObject,
} from '@kundig/platform/server';
import type { Request, Response } from 'express';
import { localeOf, type KundigRequest } from '../http/request-contexts.js';
import { PageSender } from '../pages/page-sender.js';
import type { RefusedForm } from '../pages/web-bundle.js';
import { AttachedFile } from './attached-file.js';
import { formMutation, type FormFields } from './form-input.js';

interface MutationAnswer {
  __typename: string;
  path?: string;
  /** Of a `LinkHandover` alone. */
  links?: PersonalLink[];
  /** Of a `PersonHandover` alone. */
  person?: RevealedPersonObject | null;
  message?: string;
  field?: string | null;
  /** Of an `InvalidInputError` alone. */
  issues?: { field: string; message: string }[];
}

/** What browsers send forms as: without and with a file. */
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * `POST /form/<mutation>`: the road of plain forms. Runs the named mutation with the form's fields; success leads to the
 * page it names (303), a refusal shows the form's page again with everything typed and what to mend (422 and the like).
 * Links and persons that are handed over are in no later answer, so the page that is named is this answer.
 */
@Controller()
export class FormsController {
  constructor(
    private readonly attached: AttachedFile,
    private readonly run: SchemaRunner,
    private readonly pages: PageSender,
    private readonly translator: Translator,
  ) {}

  @Post(['form/:mutation', 'en/form/:mutation'])
  @Access.public() // the mutation's own rule decides
  async submit(@Param('mutation') name: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    await this.answer(name, req, res).catch((error: unknown) => this.pages.fail(req, res, error));
  }

  private async answer(name: string, req: Request, res: Response): Promise<void> {
    const mutation = formMutation(this.run.schema.getMutationType()!, name);
    // Other kinds of bodies are not what a form sends, and hold values a form cannot.
    const isForm = req.is(FORM_TYPES) !== false;
    if (!mutation || !isForm) return this.pages.sendProblem(req, res, 404);
    const typed = (req.body ?? {}) as FormFields;
    const { kundig: ctx } = req as KundigRequest;
    const prefix = localeOf(req) === 'en' ? '/en' : '';
    const page = localPath(typed._page);
    const fields = await this.attached.nameIn(req, typed).catch((error: unknown) => {
      if (error instanceof ExpectedError) return error;
      throw error;
    });
    const refuse = (shown: FormFields, why: Pick<RefusedForm, 'problems' | 'status'>) =>
      this.pages.send(req, res, {
        path: page,
        refused: { mutation: name, fields: shownAgain(shown), ...why },
      });
    if (fields instanceof ExpectedError) {
      const { typename, messageKey, details } = fields;
      const message = this.translator.translate(ctx.locale, messageKey, details.params);
      return refuse(typed, { problems: [{ field: details.field, message }], status: httpStatusOf(typename) });
    }
    const result = await this.run.run(ctx, {
      document: mutation.document,
      variables: { input: mutation.inputOf(fields) },
    });
    const answer = result.data?.[name] as MutationAnswer | null | undefined;
    if (answer?.path !== undefined && answer.links?.length)
      return this.pages.send(req, res, { path: localPath(answer.path), links: answer.links });
    if (answer?.path !== undefined && answer.person !== undefined)
      return this.pages.send(req, res, { path: localPath(answer.path), person: answer.person });
    if (answer?.path !== undefined) return res.redirect(303, `${prefix}${localPath(answer.path)}`);
    if (answer?.__typename === 'SignInRequiredError')
      return res.redirect(303, `${prefix}/sign-in?next=${encodeURIComponent(page)}`);
    // GraphQL itself refuses variables in which a required field is missing or an enum value is unknown.
    const malformed = !answer && (result.errors ?? []).every(({ path }) => path === undefined);
    const key = malformed ? 'platform:invalid.required' : 'platform:error.internal';
    const message = answer?.message ?? this.translator.translate(ctx.locale, key);
    const status = answer ? httpStatusOf(answer.__typename) : malformed ? 422 : 500;
    const problems = answer?.issues ?? [{ field: answer?.field ?? undefined, message }];
    await refuse(fields, { problems, status });
  }
}

/** Only a path of this site may be led to or rendered. */
function localPath(value: string | string[] | undefined): string {
  const path = Array.isArray(value) ? value[0] : value;
  return path && path.length <= 2000 && /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(path) ? path : '/';
}

/** What is put back into the form: text, never a secret or our own fields. */
function shownAgain(fields: FormFields): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || /^_|password/i.test(name) ? [] : [[name, value]],
    ),
  );
}
