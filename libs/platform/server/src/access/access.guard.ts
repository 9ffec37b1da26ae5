import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { RequestContext } from '../context/request-context.js';
import { NotFound, SignInRequired } from '../errors/expected-error.js';
import { ACCESS_RULE, admits, type AccessRule } from './access.js';

/** A root field or route without an access rule: our defect, refused for everybody. */
export class MissingAccessRule extends Error {
  constructor(className: string, handler: string) {
    super(`${className}.${handler} has no access rule`);
  }
}

/** Global guard: no mark, no entry. Visitors are asked to sign in; members without the right learn nothing. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new MissingAccessRule(context.getClass().name, context.getHandler().name);
    const { actor } = requestContextOf(context);
    if (admits(rule, actor)) return true;
    throw actor.isMember ? new NotFound() : new SignInRequired();
  }
}

function requestContextOf(context: ExecutionContext): RequestContext {
  const carrier =
    context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getContext<{ kundig?: RequestContext }>()
      : context.switchToHttp().getRequest<{ kundig?: RequestContext }>();
  if (!carrier.kundig) throw new Error('request without a context');
  return carrier.kundig;
}
