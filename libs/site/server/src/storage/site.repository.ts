import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { Colour } from '../colours/contrast.js';

/** What the operator has set; null where nothing is, and the default holds. */
export interface StoredSettings {
  readonly name: string | null;
  readonly brandColour: Colour | null;
  readonly accentColour: Colour | null;
}

/** Something that does not work at the moment, or will not. */
export interface StoredIncident {
  readonly textDe: string;
  readonly textEn: string;
  /** Path of ours or an address elsewhere. */
  readonly link: string | null;
  readonly startsAt: Date;
  /** Null until somebody says that it is over. */
  readonly endsAt: Date | null;
  readonly updatedAt: Date;
}

/** Everything pages need of the site. */
export interface StoredSite {
  readonly settings: StoredSettings;
  readonly incident: StoredIncident | null;
  /** Whether the checklist was put away. */
  readonly setupDismissed: boolean;
}

const DEFAULTS: StoredSettings = { name: null, brandColour: null, accentColour: null };

/** All SQL of the schema `site`. */
@Injectable()
export class SiteRepository {
  constructor(private readonly database: AppDatabase) {}

  /** One statement. */
  async read(ctx: RequestContext): Promise<StoredSite> {
    const [row] = await this.database.query<
      { hasSettings: boolean; hasIncident: boolean; setupDismissed: boolean } & StoredSettings &
        StoredIncident
    >(
      ctx,
      `SELECT s.id IS NOT NULL AS "hasSettings", s.name, s.brand_colour AS "brandColour",
              s.accent_colour AS "accentColour",
              i.id IS NOT NULL AS "hasIncident", i.text_de AS "textDe", i.text_en AS "textEn", i.link,
              i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.updated_at AS "updatedAt",
              EXISTS (SELECT FROM site.setup) AS "setupDismissed"
       FROM (SELECT) AS one LEFT JOIN site.setting s ON true LEFT JOIN site.incident i ON true`,
    );
    const { name, brandColour, accentColour, hasSettings, hasIncident, setupDismissed, ...incident } = row!;
    return {
      settings: hasSettings ? { name, brandColour, accentColour } : DEFAULTS,
      incident: hasIncident ? incident : null,
      setupDismissed,
    };
  }

  async saveSettings(tx: RequestContext, settings: StoredSettings): Promise<void> {
    const { name, brandColour, accentColour } = settings;
    await this.database.query(
      tx,
      `INSERT INTO site.setting (name, brand_colour, accent_colour) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, brand_colour = excluded.brand_colour,
         accent_colour = excluded.accent_colour`,
      [name, brandColour, accentColour],
    );
  }

  /** Lets one at a time work on the setting up, until the end of the transaction. */
  async lockSetup(tx: RequestContext): Promise<void> {
    await this.database.query(tx, 'LOCK TABLE site.setup IN SHARE ROW EXCLUSIVE MODE');
  }

  async dismissSetup(tx: RequestContext, at: Date): Promise<void> {
    await this.database.query(
      tx,
      'INSERT INTO site.setup (dismissed_at) VALUES ($1) ON CONFLICT (id) DO NOTHING',
      [at],
    );
  }

  async saveIncident(tx: RequestContext, incident: StoredIncident): Promise<void> {
    const { textDe, textEn, link, startsAt, endsAt, updatedAt } = incident;
    await this.database.query(
      tx,
      `INSERT INTO site.incident (text_de, text_en, link, starts_at, ends_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET text_de = excluded.text_de, text_en = excluded.text_en, link = excluded.link,
         starts_at = excluded.starts_at, ends_at = excluded.ends_at, updated_at = excluded.updated_at`,
      [textDe, textEn, link, startsAt, endsAt, updatedAt],
    );
  }

  /** An incident that has not begun ends with its start; one that is over stays as it is. */
  async endIncident(tx: RequestContext, at: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE site.incident SET ends_at = greatest(starts_at, $1), updated_at = $1
       WHERE ends_at IS NULL OR ends_at > $1`,
      [at],
    );
  }
}
