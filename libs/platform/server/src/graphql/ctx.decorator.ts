import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { RequestContext } from '../context/request-context.js';

/** The request's context as a resolver or controller parameter. */
export const Ctx = createParamDecorator((_data: unknown, context: ExecutionContext): RequestContext => {
  if (context.getType<GqlContextType>() === 'graphql')
    return GqlExecutionContext.create(context).getContext<{ kundig: RequestContext }>().kundig;
  return context.switchToHttp().getRequest<{ kundig: RequestContext }>().kundig;
});
