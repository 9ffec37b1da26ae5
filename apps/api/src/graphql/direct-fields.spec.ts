import { describe, expect, it } from '@jest/globals';
import { Module, type PipeTransform } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, ExternalContextCreator, NestFactory } from '@nestjs/core';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GqlParamsFactory } from '@nestjs/graphql/dist/factories/params.factory.js';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { callPlainFieldsDirectly } from './direct-fields.js';

const PARAMETERS = '__routeArguments__';
const NO_ENHANCERS = { guards: false, filters: false, interceptors: false };

@Resolver('Post')
class PostFields {
  private readonly mark = '#';

  @Query(() => String)
  newest(@Parent() post: unknown): unknown {
    return post;
  }

  @ResolveField(() => String)
  path(@Ctx() ctx: RequestContext, @Parent() { id }: { id: string }): string {
    return `${ctx.locale}${this.mark}${id}`;
  }

  @ResolveField(() => String)
  broken(): string {
    throw new Error('broken');
  }

  @ResolveField(() => String)
  page(@Parent() { id }: { id: string }, @Args('size') size: string): string {
    return `${id} ${size}`;
  }
}

class Shouting implements PipeTransform {
  transform(value: unknown): unknown {
    return typeof value === 'string' ? value.toUpperCase() : value;
  }
}

@Module({
  providers: [
    PostFields,
    { provide: APP_PIPE, useClass: Shouting },
    { provide: APP_GUARD, useValue: { canActivate: () => false } },
  ],
})
class Fields {}

/** The resolver of a field or, without a word on enhancers, of a query, as `@nestjs/graphql` has it made. */
async function resolverOf(name: keyof PostFields, enhancers?: typeof NO_ENHANCERS) {
  const app = await NestFactory.createApplicationContext(Fields, { logger: false });
  const contexts = app.get(ExternalContextCreator);
  callPlainFieldsDirectly(contexts);
  const fields = app.get(PostFields);
  return contexts.create(
    fields,
    fields[name] as () => unknown,
    name,
    PARAMETERS,
    new GqlParamsFactory(),
    undefined,
    undefined,
    enhancers,
    'graphql',
  ) as (...given: unknown[]) => unknown;
}

const given = [{ id: 'p1' }, { size: 'small' }, { kundig: { locale: 'de' } }, {}];

describe('callPlainFieldsDirectly', () => {
  it('hands a field without arguments what it asks for and gives back what it gives, not a promise', async () => {
    const path = await resolverOf('path', NO_ENHANCERS);
    expect(path(...given)).toBe('de#p1');
  });

  it('lets a field throw', async () => {
    const broken = await resolverOf('broken', NO_ENHANCERS);
    expect(() => broken(...given)).toThrow('broken');
  });

  it('leaves the pipes to a field with arguments', async () => {
    const page = await resolverOf('page', NO_ENHANCERS);
    await expect(page(...given)).resolves.toBe('p1 SMALL');
  });

  it('leaves the guards to a query', async () => {
    const newest = await resolverOf('newest');
    await expect(newest(...given)).rejects.toThrow();
  });
});
