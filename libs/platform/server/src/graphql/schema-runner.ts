import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../context/request-context.js';

/** One operation of our own, written by us. */
export interface Operation {
  readonly document: DocumentNode | string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/** Runs operations of our own in this process: the same schema, guards and resolvers as over HTTP. */
@Injectable()
export class SchemaRunner {
  /** Our documents are constants: each is checked once. */
  private readonly checked = new WeakSet<DocumentNode>();
  private readonly parsed = new Map<string, DocumentNode>();

  constructor(private readonly modules: ModuleRef) {}

  get schema(): GraphQLSchema {
    return this.modules.get(GraphQLSchemaHost, { strict: false }).schema;
  }

  async run(
    ctx: RequestContext,
    { document, operationName, variables }: Operation,
  ): Promise<ExecutionResult> {
    const operation = typeof document === 'string' ? this.parse(document) : document;
    if (!this.checked.has(operation)) {
      const errors = validate(this.schema, operation);
      if (errors.length > 0) return { errors };
      this.checked.add(operation);
    }
    return execute({
      schema: this.schema,
      document: operation,
      operationName,
      variableValues: variables,
      contextValue: { kundig: ctx },
    });
  }

  /**
   * @param document written by us: no error of it is anybody's mistake
   * @returns the data
   * @throws AggregateError of whatever went wrong
   */
  async ask<Data>(
    ctx: RequestContext,
    document: string,
    variables: Record<string, unknown> = {},
  ): Promise<Data> {
    const { data, errors } = await this.run(ctx, { document, variables });
    if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '));
    return data as Data;
  }

  private parse(text: string): DocumentNode {
    const known = this.parsed.get(text) ?? parse(text);
    this.parsed.set(text, known);
    return known;
  }
}
