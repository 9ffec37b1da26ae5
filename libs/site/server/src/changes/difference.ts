import { Injectable } from '@nestjs/common';
import { excerpt, toWallTime, Translator, type Locale } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';

/** What can be read in the log of one thing: its fields by name. */
export type Facts = Readonly<Record<string, string | boolean | Date | null | undefined>>;

/** Longest value the log quotes, in characters. */
const LONGEST = 100;

/** Puts into words what a change made different, for the audit log. */
@Injectable()
export class Difference {
  constructor(
    private readonly translator: Translator,
    private readonly settings: SiteSettings,
  ) {}

  /**
   * @param locale language of whoever changed it: the log keeps words, not codes
   * @param before null where there was nothing
   * @param after  the fields that are told, in this order; each needs a text `site:field.<name>`
   * @param most   characters; fields that no longer fit with their values are named alone
   * @returns null when nothing is different
   */
  between(locale: Locale, before: Facts | null, after: Facts, most: number): string | null {
    const changes = Object.keys(after).flatMap((name) => {
      const [was, is] = [this.shown(locale, before?.[name]), this.shown(locale, after[name])];
      const label = this.translator.translate(locale, `site:field.${name}`);
      return was === is ? [] : [{ label, line: `${label}: ${was} → ${is}` }];
    });
    if (changes.length === 0) return null;
    for (let quoted = changes.length; ; quoted -= 1) {
      const text = changes.map(({ label, line }, index) => (index < quoted ? line : label)).join('; ');
      if (quoted === 0 || text.length <= most) return text.slice(0, most);
    }
  }

  private shown(locale: Locale, value: Facts[string]): string {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean')
      return this.translator.translate(locale, value ? 'site:value.yes' : 'site:value.no');
    if (value instanceof Date) return toWallTime(value, this.settings.timeZone).replace('T', ' ');
    return excerpt(value, LONGEST);
  }
}
