import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type INestApplication, type PipeTransform } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, ExternalContextCreator, NestFactory } from '@nestjs/core';
import {
  Args,
  Field,
  GraphQLModule,
  GraphQLSchemaHost,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import type { GraphQLObjectType } from 'graphql';
import { callPlainFieldsDirectly } from './direct-fields.js';

/**
 * Nest keeps the types of a worker in one store, and a file before this one may have loaded the product (ADR 0010): the
 * name is one that the product does not have.
 */
@ObjectType('Probe')
class ProbeObject {
  @Field(() => String) id!: string;
}

@Resolver(() => ProbeObject)
class ProbeFields {
  private readonly mark = '#';

  @Query(() => ProbeObject)
  newest(): ProbeObject {
    return { id: 'p1' };
  }

  @ResolveField(() => String)
  path(@Ctx() ctx: RequestContext, @Parent() { id }: ProbeObject): string {
    return `${ctx.locale}${this.mark}${id}`;
  }

  @ResolveField(() => String)
  broken(@Parent() { id }: ProbeObject): string {
    throw new Error(`broken ${id}`);
  }

  @ResolveField(() => String)
  page(@Parent() { id }: ProbeObject, @Args('size', { type: () => String }) size: string): string {
    return `${id} ${size}`;
  }
}

class Shouting implements PipeTransform {
  transform(value: unknown): unknown {
    return typeof value === 'string' ? value.toUpperCase() : value;
  }
}

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
    }),
  ],
  providers: [
    ProbeFields,
    { provide: APP_PIPE, useClass: Shouting },
    { provide: APP_GUARD, useValue: { canActivate: () => false } },
  ],
})
class Fields {
  constructor(contexts: ExternalContextCreator) {
    callPlainFieldsDirectly(contexts);
  }
}

describe('callPlainFieldsDirectly, in a schema that Nest has made', () => {
  let app: INestApplication;
  beforeAll(async () => {
    app = await NestFactory.create(Fields, { logger: false });
    await app.init();
  });
  afterAll(() => app.close());

  const call = (type: 'Query' | 'Probe', name: string): unknown => {
    const { schema } = app.get(GraphQLSchemaHost);
    const { resolve } = (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
    return resolve!({ id: 'p1' }, { size: 'small' }, { kundig: { locale: 'de' } }, {} as never);
  };

  it('hands a field without arguments what it asks for and gives back what it gives, not a promise', () => {
    expect(call('Probe', 'path')).toBe('de#p1');
  });

  it('lets a field throw', () => {
    expect(() => call('Probe', 'broken')).toThrow('broken p1');
  });

  it('leaves the pipes to a field with arguments', async () => {
    await expect(call('Probe', 'page')).resolves.toBe('p1 SMALL');
  });

  it('leaves the guards to a query', async () => {
    await expect(call('Query', 'newest')).rejects.toThrow('Forbidden');
  });
});
