import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { ImporterModule } from '@kundig/importer/server';
import { SearchModule } from '@kundig/search/server';
import { AttachedFile } from '../forms/attached-file.js';
import { FormsController } from '../forms/forms.controller.js';
import { BeaconsController } from '../http/beacons.controller.js';
import { PageCache } from './page-cache.js';
import { PageSender } from './page-sender.js';
import { PagesController } from './pages.controller.js';
import { WebBundle } from './web-bundle.js';

/** Pages, and the plain forms and counters on them. Imported after everything that has endpoints of its own. */
@Module({
  imports: [ForumModule, ImporterModule, SearchModule],
  controllers: [BeaconsController, FormsController, PagesController],
  providers: [
    AttachedFile,
    PageCache,
    PageSender,
    { provide: WebBundle, useFactory: () => WebBundle.load() },
  ],
})
export class PagesModule {}
