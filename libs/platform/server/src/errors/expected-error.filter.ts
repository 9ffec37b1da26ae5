import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { GqlArgumentsHost, type GqlContextType } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context/request-context.js';
import { Translator } from '../i18n/translator.js';
import { ExpectedError, InvalidInput, type InputFault } from './expected-error.js';

/**
 * Turns an expected error into the answer: for a mutation a member of its result union, for a query a GraphQL error
 * with the type as its code. Guards and services alike end here, so that no resolver repeats it.
 */
@Catch(ExpectedError)
export class ExpectedErrorFilter implements ExceptionFilter {
  constructor(private readonly translator: Translator) {}

  catch(error: ExpectedError, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() !== 'graphql') throw error;
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
}
