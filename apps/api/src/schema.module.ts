import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { DomainsModule, type Connections } from '@kundig/composition/server';
import type { Environment, KeyRing, RequestContext } from '@kundig/platform/server';
import type { Request } from 'express';
import { callPlainFieldsDirectly } from './graphql/direct-fields.js';
import { hideDefects } from './graphql/hide-defects.js';
import { operationLimits } from './graphql/operation-limits.js';

/** All domains and the GraphQL schema they make together, without pages. */
@Module({})
export class SchemaModule {
  constructor(contexts: ExternalContextCreator) {
    callPlainFieldsDirectly(contexts); // modules are made before GraphQL looks for resolvers
  }

  static forRoot(environment: Environment, keys: KeyRing, connections: Connections): DynamicModule {
    return {
      module: SchemaModule,
      imports: [
        DomainsModule.forRoot(environment, keys, connections),
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          path: '/graphql',
          autoSchemaFile: true,
          fieldResolverEnhancers: ['filters'], // a field refuses its arguments as a query does, not as a defect
          sortSchema: true,
          introspection: false,
          playground: false,
          csrfPrevention: true,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: true,
          formatError: hideDefects,
          context: ({ req }: { req: Request & { kundig: RequestContext } }) => ({ kundig: req.kundig }),
          ...operationLimits,
        }),
      ],
    };
  }
}
