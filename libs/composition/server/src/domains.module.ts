import { Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { AdministrationModule } from '@kundig/administration/server';
import { AudiencesModule } from '@kundig/audiences/server';
import { BlogModule } from '@kundig/blog/server';
import { FaqModule } from '@kundig/faq/server';
import { FilesModule } from '@kundig/files/server';
import { ForumModule } from '@kundig/forum/server';
import { GroupsModule } from '@kundig/groups/server';
import { GuestsModule } from '@kundig/guests/server';
import { IdentityModule } from '@kundig/identity/server';
import { ImporterModule } from '@kundig/importer/server';
import { KudosModule } from '@kundig/kudos/server';
import { LeakGuardModule } from '@kundig/leak-guard/server';
import { MeritsModule } from '@kundig/merits/server';
import { ModerationModule } from '@kundig/moderation/server';
import { NotificationsModule } from '@kundig/notifications/server';
import {
  AppDatabase,
  IdentityDatabase,
  PlatformModule,
  type Environment,
  type KeyRing,
} from '@kundig/platform/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { SearchModule } from '@kundig/search/server';
import { SiteModule } from '@kundig/site/server';
import type { Connections } from './connect.js';
import { domainTexts } from './parts.js';

/** All domains on their two databases: what the web process, the worker and the commands have in common. */
@Module({})
export class DomainsModule implements OnApplicationShutdown {
  constructor(
    @Inject(AppDatabase) private readonly app: AppDatabase,
    @Inject(IdentityDatabase) private readonly identity: IdentityDatabase,
  ) {}

  static forRoot(environment: Environment, keys: KeyRing, connections: Connections): DynamicModule {
    return {
      module: DomainsModule,
      imports: [
        PlatformModule.forRoot({ environment, keys, ...connections, texts: domainTexts }),
        IdentityModule,
        FilesModule,
        LeakGuardModule,
        PseudonymsModule,
        GroupsModule,
        ForumModule,
        BlogModule,
        KudosModule,
        ModerationModule,
        AudiencesModule,
        SearchModule,
        FaqModule,
        MeritsModule,
        GuestsModule,
        NotificationsModule,
        ImporterModule,
        SiteModule,
        AdministrationModule,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.app.dataSource.destroy(), this.identity.dataSource.destroy()]);
  }
}
