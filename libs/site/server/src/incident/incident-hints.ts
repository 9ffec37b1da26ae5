import { Injectable } from '@nestjs/common';
import { SharedLately, type SharedQuestion } from '@kundig/forum/server';
import { Clock, Translator, type Locale, type RequestContext } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';

/** A disturbance that customers tell of before the operator does. */
export interface IncidentHint extends SharedQuestion {
  /** Words to begin a notice with. */
  readonly textDe: string;
  readonly textEn: string;
}

/** Tells those who may announce an incident that many share a problem. */
@Injectable()
export class IncidentHints {
  constructor(
    private readonly shared: SharedLately,
    private readonly settings: SiteSettings,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /** Two statements at most. @returns null for everybody else, and while an incident is announced */
  async of(ctx: RequestContext): Promise<IncidentHint | null> {
    if (!ctx.actor.can('platform:administer')) return null;
    const { incident } = await this.settings.latest();
    if (incident && (incident.endsAt === null || incident.endsAt > this.clock.now())) return null;
    const shared = await this.shared.foremost(ctx);
    if (!shared) return null;
    const text = (locale: Locale) =>
      this.translator.translate(locale, 'site:incidentHint', { title: shared.thread.title });
    return { ...shared, textDe: text('de'), textEn: text('en') };
  }
}
