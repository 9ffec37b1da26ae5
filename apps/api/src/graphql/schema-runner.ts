import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { RequestContext } from '@kundig/platform/server';
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';

/** One operation of our own pages or forms. */
export interface Operation {
  readonly document: DocumentNode | string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/** Runs operations of the server's own bundle in this process: the same schema, guards and resolvers as over HTTP. */
@Injectable()
export class SchemaRunner {
  /** Documents of the bundle are constants: each is checked once. */
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

  private parse(text: string): DocumentNode {
    const known = this.parsed.get(text) ?? parse(text);
    this.parsed.set(text, known);
    return known;
  }
}
