import { Module, type DynamicModule } from '@nestjs/common';
import type { Connections } from '@kundig/composition/server';
import type { Environment, KeyRing } from '@kundig/platform/server';
import { PagesModule } from './pages/pages.module.js';
import { SchemaModule } from './schema.module.js';

/** The web process: the schema, and the pages that catch every address no endpoint has. */
@Module({})
export class ApiModule {
  static forRoot(environment: Environment, keys: KeyRing, connections: Connections): DynamicModule {
    return {
      module: ApiModule,
      imports: [SchemaModule.forRoot(environment, keys, connections), PagesModule],
    };
  }
}
