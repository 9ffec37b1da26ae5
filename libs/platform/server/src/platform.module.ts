import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard.js';
import { AnswerSources } from './answers/answer-sources.js';
import { ChangeFeed } from './cache/change-feed.js';
import { PageInvalidation } from './cache/invalidation.js';
import { Clock, SystemClock } from './clock/clock.js';
import { Environment } from './config/environment.js';
import { AppDatabase, IdentityDatabase } from './database/database.js';
import { ExpectedErrorFilter } from './errors/expected-error.filter.js';
import { EventBus } from './events/event-bus.js';
import { SchemaRunner } from './graphql/schema-runner.js';
import { StorableTextPipe } from './graphql/storable-text.pipe.js';
import { Translator, type LocaleTexts } from './i18n/translator.js';
import { JobDesk } from './jobs/job-desk.js';
import { AppJobs } from './jobs/jobs.js';
import { QueueStatus } from './jobs/queue-status.js';
import { Worker } from './jobs/worker.js';
import { KeyRing } from './keys/key-ring.js';
import { Metrics } from './metrics/metrics.js';
import { NameLookup } from './outbound/name-lookup.js';
import { Outbound } from './outbound/outbound.js';
import { PersonalDataHandlers } from './personal-data/personal-data-handlers.js';
import { Randomness, SystemRandomness } from './random/randomness.js';
import { Redactors } from './redaction/redactors.js';
import { SiteResolver } from './site/site.resolver.js';
import { SharePictureSources } from './share-pictures/share-picture-sources.js';
import { SitemapSources } from './sitemap/sitemap-sources.js';
import { UsageCounter } from './usage/usage-counter.js';
import { LongWork } from './work/long-work.js';

export interface PlatformOptions {
  readonly environment: Environment;
  readonly keys: KeyRing;
  /** Connected pools of both roles. */
  readonly app: DataSource;
  readonly identity: DataSource;
  /** Server-side texts by domain. */
  readonly texts: Record<string, LocaleTexts>;
}

/** Mechanism for all domains: databases, jobs, events, errors, access, time. Knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const shared = [
      { provide: Environment, useValue: options.environment },
      { provide: KeyRing, useValue: options.keys },
      { provide: Clock, useClass: SystemClock },
      { provide: Randomness, useClass: SystemRandomness },
      { provide: AppDatabase, useValue: new AppDatabase(options.app) },
      { provide: IdentityDatabase, useValue: new IdentityDatabase(options.identity) },
      { provide: Translator, useValue: new Translator(options.texts, options.environment.get('TIME_ZONE')) },
      AnswerSources,
      AppJobs,
      ChangeFeed,
      EventBus,
      JobDesk,
      LongWork,
      Metrics,
      NameLookup,
      Outbound,
      PageInvalidation,
      PersonalDataHandlers,
      QueueStatus,
      Redactors,
      SchemaRunner,
      SharePictureSources,
      SitemapSources,
      UsageCounter,
      Worker,
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        ...shared,
        SiteResolver,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: StorableTextPipe },
        { provide: APP_FILTER, useClass: ExpectedErrorFilter },
      ],
      exports: shared.map((provider) => (typeof provider === 'function' ? provider : provider.provide)),
    };
  }
}
