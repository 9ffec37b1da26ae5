import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ChangeFeed,
  Environment,
  KeptReading,
  RequestContext,
  SiteProfile,
  Translator,
  type FormOfAddress,
} from '@kundig/platform/server';
import type { Colour } from '../colours/contrast.js';
import { palettesOf, type Palettes } from '../colours/palette.js';
import { stylesheetOf, type Stylesheet } from '../colours/stylesheet.js';
import { SiteRepository, type StoredSite } from '../storage/site.repository.js';

/** Colours of the style sheet, which hold where the operator has chosen none. */
export const DEFAULT_BRAND: Colour = '#6d2160';
export const DEFAULT_ACCENT: Colour = '#f0b429';

/**
 * What the operator has set, kept in the process: read once, and again when any instance changes it. Pages cost no
 * statement for it.
 */
@Injectable()
export class SiteSettings extends SiteProfile implements OnModuleInit {
  private known!: StoredSite;
  private palettes!: Palettes;
  private sheet: Stylesheet | null = null;
  private readonly kept: KeptReading;

  constructor(
    private readonly repository: SiteRepository,
    private readonly environment: Environment,
    private readonly translator: Translator,
    feed: ChangeFeed,
  ) {
    super();
    this.kept = new KeptReading(feed, 'site', 'the settings', () => this.read());
  }

  async onModuleInit(): Promise<void> {
    await this.read();
    this.translator.addressBy(() => this.address);
  }

  get name(): string {
    return this.known.settings.name ?? this.environment.get('SITE_NAME');
  }

  get timeZone(): string {
    return this.environment.get('TIME_ZONE');
  }

  /** How German texts speak to people. */
  get address(): FormOfAddress {
    return this.known.settings.address ?? 'sie';
  }

  get demandsSecondFactor(): boolean {
    return this.known.settings.secondFactorDemanded;
  }

  get brandColour(): Colour {
    return this.known.settings.brandColour ?? DEFAULT_BRAND;
  }

  get accentColour(): Colour {
    return this.known.settings.accentColour ?? DEFAULT_ACCENT;
  }

  get colours(): Palettes {
    return this.palettes;
  }

  /** The operator's colours; null where the default ones hold. */
  get stylesheet(): Stylesheet | null {
    return this.sheet;
  }

  /** Part of the addresses of the icons drawn from the logo, new whenever it is; null without a logo. */
  get iconVersion(): string | null {
    const { logo } = this.known.settings;
    return logo && createHash('sha256').update(logo).digest('base64url').slice(0, 12);
  }

  /** What is known at this moment; see `latest`. */
  get current(): StoredSite {
    return this.known;
  }

  /** @returns what holds after every change this process has heard of */
  async latest(): Promise<StoredSite> {
    await this.kept.settled;
    return this.known;
  }

  /** Reads again; whoever changed something calls it after the commit, so that its own answer shows the change. */
  renew(): Promise<void> {
    return this.kept.renew();
  }

  private async read(): Promise<void> {
    this.known = await this.repository.read(RequestContext.system());
    const { brandColour, accentColour } = this.known.settings;
    this.palettes = palettesOf(this.brandColour, this.accentColour);
    this.sheet = brandColour || accentColour ? stylesheetOf(this.palettes) : null;
  }
}
