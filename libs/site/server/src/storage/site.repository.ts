import { Injectable } from '@nestjs/common';
import type { OperatorGuardSettings } from '@kundig/leak-guard/server';
import { AppDatabase, type Feature, type FormOfAddress, type RequestContext } from '@kundig/platform/server';
import type { Colour } from '../colours/contrast.js';
import type { ServiceHours } from '../contact/service-hours.js';

/** Paths of the logo's pictures; null where there is none. */
export interface StoredLogo {
  /** For light grounds, and for all where there is no other. */
  readonly logo: string | null;
  readonly logoDark: string | null;
}

/** What the operator has set; null where nothing is, and the default holds. */
export interface StoredSettings extends StoredLogo {
  readonly name: string | null;
  readonly brandColour: Colour | null;
  readonly accentColour: Colour | null;
  /** How German texts speak to people. */
  readonly address: FormOfAddress | null;
  /** Whether whoever holds an office needs a second factor for it. */
  readonly secondFactorDemanded: boolean;
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

/** How to reach the operator in a hurry. */
export interface StoredContact {
  /** Null for the whole community. */
  readonly boardId: string | null;
  readonly phone: string | null;
  readonly mailTo: string | null;
  /** Path of ours or an address elsewhere. */
  readonly link: string | null;
  readonly hours: ServiceHours;
}

/** What the operator advertises on the home page. */
export interface StoredOffer {
  /** False once it is switched off. */
  readonly shown: boolean;
  readonly titleDe: string;
  readonly titleEn: string;
  readonly textDe: string;
  readonly textEn: string;
  /** An address that begins with https. */
  readonly link: string;
  /** Path of a picture, which is described then. */
  readonly picture: string | null;
  readonly pictureAltDe: string | null;
  readonly pictureAltEn: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** Everything pages need of the site. */
export interface StoredSite {
  readonly settings: StoredSettings;
  readonly incident: StoredIncident | null;
  readonly contacts: readonly StoredContact[];
  readonly offer: StoredOffer | null;
  readonly switchedOff: readonly Feature[];
  readonly leakGuard: OperatorGuardSettings;
  /** Whether the checklist was put away. */
  readonly setupDismissed: boolean;
}

const DEFAULTS: StoredSettings = {
  ...{ name: null, brandColour: null, accentColour: null, address: null },
  secondFactorDemanded: false,
  ...{ logo: null, logoDark: null },
};

/** Every rule looks, and nothing is known of the operator's numbers. */
const PLAIN_GUARD: OperatorGuardSettings = {
  off: [],
  binding: false,
  patterns: [],
  hotlines: [],
  domains: [],
};

/** All SQL of the schema `site`. */
@Injectable()
export class SiteRepository {
  constructor(private readonly database: AppDatabase) {}

  /** One statement. */
  async read(ctx: RequestContext): Promise<StoredSite> {
    const [row] = await this.database.query<
      {
        hasSettings: boolean;
        hasIncident: boolean;
        setupDismissed: boolean;
        contacts: StoredContact[];
        offer: StoredOffer | null;
        switchedOff: Feature[];
        leakGuard: OperatorGuardSettings | null;
      } & StoredSettings &
        StoredIncident
    >(
      ctx,
      `SELECT s.id IS NOT NULL AS "hasSettings", s.name, s.brand_colour AS "brandColour",
              s.accent_colour AS "accentColour", s.address, s.second_factor_demanded AS "secondFactorDemanded", s.logo, s.logo_dark AS "logoDark",
              i.id IS NOT NULL AS "hasIncident", i.text_de AS "textDe", i.text_en AS "textEn", i.link,
              i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.updated_at AS "updatedAt",
              EXISTS (SELECT FROM site.setup) AS "setupDismissed",
              coalesce((SELECT json_agg(json_build_object('boardId', board_id, 'phone', phone, 'mailTo', mail_to,
                          'link', link, 'hours', hours)) FROM site.contact), '[]') AS contacts,
              (SELECT json_build_object('shown', shown, 'titleDe', title_de, 'titleEn', title_en, 'textDe', text_de,
                 'textEn', text_en, 'link', link, 'picture', picture, 'pictureAltDe', picture_alt_de,
                 'pictureAltEn', picture_alt_en, 'startsAt', starts_at, 'endsAt', ends_at) FROM site.offer) AS offer,
              ARRAY(SELECT feature FROM site.switched_off ORDER BY 1) AS "switchedOff",
              (SELECT json_build_object('off', off, 'binding', binding, 'patterns', patterns, 'hotlines', hotlines, 'domains', domains)
               FROM site.leak_guard) AS "leakGuard"
       FROM (SELECT) AS one LEFT JOIN site.setting s ON true LEFT JOIN site.incident i ON true`,
    );
    const {
      name,
      brandColour,
      accentColour,
      address,
      secondFactorDemanded,
      logo,
      logoDark,
      hasSettings,
      hasIncident,
      setupDismissed,
      contacts,
      offer,
      switchedOff,
      leakGuard,
      ...incident
    } = row!;
    return {
      settings: hasSettings
        ? { name, brandColour, accentColour, address, secondFactorDemanded, logo, logoDark }
        : DEFAULTS,
      incident: hasIncident ? incident : null,
      setupDismissed,
      contacts,
      switchedOff,
      leakGuard: leakGuard ?? PLAIN_GUARD,
      offer: offer && {
        ...offer,
        startsAt: offer.startsAt && new Date(offer.startsAt), // JSON has no instants
        endsAt: offer.endsAt && new Date(offer.endsAt),
      },
    };
  }

  /** Logo and second factor apart. */
  async saveSettings(
    tx: RequestContext,
    settings: Omit<StoredSettings, keyof StoredLogo | 'secondFactorDemanded'>,
  ): Promise<void> {
    const { name, brandColour, accentColour, address } = settings;
    await this.database.query(
      tx,
      `INSERT INTO site.setting (name, brand_colour, accent_colour, address) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, brand_colour = excluded.brand_colour,
         accent_colour = excluded.accent_colour, address = excluded.address`,
      [name, brandColour, accentColour, address],
    );
  }

  async demandSecondFactor(tx: RequestContext, demanded: boolean): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO site.setting (second_factor_demanded) VALUES ($1)
       ON CONFLICT (id) DO UPDATE SET second_factor_demanded = excluded.second_factor_demanded`,
      [demanded],
    );
  }

  async saveLogo(tx: RequestContext, { logo, logoDark }: StoredLogo): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO site.setting (logo, logo_dark) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET logo = excluded.logo, logo_dark = excluded.logo_dark`,
      [logo, logoDark],
    );
  }

  async saveContact(tx: RequestContext, contact: StoredContact): Promise<void> {
    const { boardId, phone, mailTo, link, hours } = contact;
    await this.database.query(
      tx,
      `INSERT INTO site.contact (board_id, phone, mail_to, link, hours) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (board_id) DO UPDATE SET phone = excluded.phone, mail_to = excluded.mail_to,
         link = excluded.link, hours = excluded.hours`,
      [boardId, phone, mailTo, link, JSON.stringify(hours)],
    );
  }

  async saveOffer(tx: RequestContext, offer: StoredOffer): Promise<void> {
    const { shown, titleDe, titleEn, textDe, textEn, link, startsAt, endsAt } = offer;
    await this.database.query(
      tx,
      `INSERT INTO site.offer (shown, title_de, title_en, text_de, text_en, link, picture, picture_alt_de,
         picture_alt_en, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (id) DO UPDATE SET shown = excluded.shown, title_de = excluded.title_de,
         title_en = excluded.title_en, text_de = excluded.text_de, text_en = excluded.text_en, link = excluded.link,
         picture = excluded.picture, picture_alt_de = excluded.picture_alt_de,
         picture_alt_en = excluded.picture_alt_en, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
      [
        ...[shown, titleDe, titleEn, textDe, textEn, link],
        ...[offer.picture, offer.pictureAltDe, offer.pictureAltEn, startsAt, endsAt],
      ],
    );
  }

  async switchFeature(tx: RequestContext, feature: Feature, on: boolean): Promise<void> {
    await this.database.query(
      tx,
      on
        ? 'DELETE FROM site.switched_off WHERE feature = $1'
        : 'INSERT INTO site.switched_off (feature) VALUES ($1) ON CONFLICT DO NOTHING',
      [feature],
    );
  }

  async saveLeakGuard(tx: RequestContext, guard: OperatorGuardSettings): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO site.leak_guard (off, binding, patterns, hotlines, domains) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET off = excluded.off, binding = excluded.binding, patterns = excluded.patterns, hotlines = excluded.hotlines,
         domains = excluded.domains`,
      [guard.off, guard.binding, JSON.stringify(guard.patterns), guard.hotlines, guard.domains],
    );
  }

  /** Lets one at a time change what the operator sets, until the end of the transaction. */
  async lock(tx: RequestContext): Promise<void> {
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
