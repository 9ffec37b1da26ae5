import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppDatabase, ChangeFeed, KeptReading, RequestContext } from '@kundig/platform/server';

/** What there is of advice. */
interface Present {
  readonly synonyms: boolean;
  readonly recommendations: boolean;
  readonly helpPages: boolean;
}

/** Whether staff has said anything that a search has to look up: where there is nothing, searches ask for nothing. */
@Injectable()
export class StaffAdvice implements OnModuleInit {
  private present: Present = { synonyms: false, recommendations: false, helpPages: false };
  private readonly kept: KeptReading;

  constructor(
    private readonly database: AppDatabase,
    feed: ChangeFeed,
  ) {
    this.kept = new KeptReading(feed, 'search-advice', 'what staff advises searches', () => this.read());
  }

  async onModuleInit(): Promise<void> {
    await this.read();
  }

  get hasSynonyms(): boolean {
    return this.present.synonyms;
  }

  get hasRecommendations(): boolean {
    return this.present.recommendations;
  }

  /** Whether the operator has named any of their own. */
  get hasHelpPages(): boolean {
    return this.present.helpPages;
  }

  /** Whoever has changed any of it calls this after the commit. */
  renew(): Promise<void> {
    return this.kept.renew();
  }

  private async read(): Promise<void> {
    const [present] = await this.database.query<Present>(
      RequestContext.system(),
      `SELECT EXISTS (SELECT FROM search.synonym_group) AS synonyms,
              EXISTS (SELECT FROM search.recommendation) AS recommendations,
              EXISTS (SELECT FROM search.help_source) AS "helpPages"`,
    );
    this.present = present!;
  }
}
