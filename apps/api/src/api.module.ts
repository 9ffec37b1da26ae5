import { Module, type DynamicModule } from '@nestjs/common';
import type { Connections } from '@kundig/composition/server';
import type { Environment, KeyRing } from '@kundig/platform/server';
import { HealthModule } from './health/health.module.js';
import { PagesModule } from './pages/pages.module.js';
import { SchemaModule } from './schema.module.js';

/**
 * Leads to the pages by one step more. Nest adds what a dynamic module names at once and what its domains name only
 * afterwards; the page of every address would come before their endpoints, and answer for them.
 */
@Module({ imports: [PagesModule] })
class LastOfAllModule {}

/** The web process: the schema, and the pages that catch every address no endpoint has. */
@Module({})
export class ApiModule {
  static forRoot(environment: Environment, keys: KeyRing, connections: Connections): DynamicModule {
    return {
      module: ApiModule,
      imports: [SchemaModule.forRoot(environment, keys, connections), HealthModule, LastOfAllModule],
    };
  }
}
