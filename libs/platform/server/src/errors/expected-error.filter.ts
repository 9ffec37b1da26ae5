import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { GqlArgumentsHost, type GqlContextType } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context/request-context.js';
import { Translator } from '../i18n/translator.js';
import { ExpectedError, InvalidInput, type InputFault } from './expected-error.js';
import { httpStatusOf } from './http-status.js';

/**
 * Turns an expected error into the answer: for a mutation a member of its result union, for a query a GraphQL error
 * with the type as its code, for a route of its own its status. Guards and services alike end here, so that nobody
 * repeats it.
 */
@Catch(ExpectedError)
export class ExpectedErrorFilter implements ExceptionFilter {
  constructor(private readonly translator: Translator) {}

  catch(error: ExpectedError, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() !== 'graphql') return this.answerOverHttp(error, host);
    const graphql = GqlArgumentsHost.create(host);
    const { kundig: ctx } = graphql.getContext<{ kundig: RequestContext }>();
    const translate = (key: string, params?: InputFault['params']) =>
      this.translator.translate(ctx.locale, key, params);
    const message = translate(error.messageKey, error.details.params);
    if (graphql.getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation') {
      const faults = error instanceof InvalidInput ? error.faults : [];
      const issues = faults.map(({ field, messageKey, params }) => ({
        field,
        message: translate(messageKey, params),
      }));
      return { __typename: error.typename, message, field: error.details.field ?? null, issues };
    }
    throw new GraphQLError(message, { extensions: { code: error.typename } });
  }

  private answerOverHttp(error: ExpectedError, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { kundig: ctx } = http.getRequest<{ kundig: RequestContext }>();
    const message = this.translator.translate(ctx.locale, error.messageKey, error.details.params);
    const response = http.getResponse<{ status(code: number): { json(body: object): void } }>();
    response.status(httpStatusOf(error.typename)).json({ message, field: error.details.field ?? null });
  }
}
