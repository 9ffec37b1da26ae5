import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { RequestContext } from '../context/request-context.js';
import { NotAllowed, NotFound, SignInRequired, Suspended } from '../errors/expected-error.js';
import { ACCESS_RULE, admits, type AccessRule } from './access.js';
import { FEATURE, Features, type Feature } from './features.js';

/** A root field or route without an access rule: our defect, refused for everybody. */
export class MissingAccessRule extends Error {
  constructor(className: string, handler: string) {
    super(`${className}.${handler} has no access rule`);
  }
}

/**
 * Global guard: no mark, no entry; what is switched off is not there for anybody. Visitors are asked to sign in; members
 * without the right learn nothing. It is also the one door through which writes pass: whoever is suspended is told so here,
 * and so is whoever owes a second factor: under the name of staff readers take the operator to speak.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly features: Features,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const marked = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, marked);
    if (!rule) throw new MissingAccessRule(context.getClass().name, context.getHandler().name);
    const feature = this.reflector.getAllAndOverride<Feature | undefined>(FEATURE, marked);
    if (feature && !this.features.isOn(feature)) throw new NotFound();
    const { actor, suspension, secondFactor } = requestContextOf(context);
    if (!admits(rule, actor)) throw actor.isMember ? new NotFound() : new SignInRequired();
    if (rule.kind === 'member' && !rule.evenSuspended && isWrite(context)) {
      if (suspension) throw new Suspended(suspension);
      if (secondFactor.owed) throw new NotAllowed('platform:error.factorOwed');
    }
    return true;
  }
}

function isWrite(context: ExecutionContext): boolean {
  if (context.getType<GqlContextType>() === 'graphql')
    return GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation';
  return !['GET', 'HEAD'].includes(context.switchToHttp().getRequest<{ method: string }>().method);
}

function requestContextOf(context: ExecutionContext): RequestContext {
  const carrier =
    context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getContext<{ kundig?: RequestContext }>()
      : context.switchToHttp().getRequest<{ kundig?: RequestContext }>();
  if (!carrier.kundig) throw new Error('request without a context');
  return carrier.kundig;
}
