import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { KudosModule } from '@kundig/kudos/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { NewPlaces } from './addresses/new-places.js';
import { OldAddresses } from './addresses/old-addresses.service.js';
import { PostSourceResolver, ThreadSourceResolver } from './graphql/import-source.resolver.js';
import { ImportSources } from './graphql/import-sources.js';
import { ImportedItemLoader } from './graphql/imported-item.loader.js';
import { ImporterPersonalData } from './importer.personal-data.js';
import { ExportRedirectsService } from './redirects/export-redirects.service.js';
import { ImportRedirectsService } from './redirects/import-redirects.service.js';
import { ImportCommunityService } from './run/import-community.service.js';
import { RenewLinks } from './run/renew-links.js';
import { ImportRepository } from './storage/import.repository.js';
import { RedirectRepository } from './storage/redirect.repository.js';

const forOtherDomains = [
  ExportRedirectsService,
  ImportCommunityService,
  ImportRedirectsService,
  OldAddresses,
];

@Module({
  imports: [ForumModule, KudosModule, PseudonymsModule],
  providers: [
    ...forOtherDomains,
    ImportedItemLoader,
    ImporterPersonalData,
    ImportRepository,
    ImportSources,
    NewPlaces,
    PostSourceResolver,
    RedirectRepository,
    RenewLinks,
    ThreadSourceResolver,
  ],
  exports: forOtherDomains,
})
export class ImporterModule {}
