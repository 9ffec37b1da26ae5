import { Injectable } from '@nestjs/common';
import i18next, { type i18n } from 'i18next';
import { LOCALES, type Locale } from '../context/request-context.js';

/** Texts of one domain: locale -> nested keys. */
export type LocaleTexts = Record<Locale, object>;

/** Server-side texts (errors, mails) of all domains. Keys read `<domain>:path.to.text`; plurals are i18next's. */
@Injectable()
export class Translator {
  private readonly engine: i18n;

  /**
   * @param texts by domain name, as the composition gathers them
   * @param timeZone in which `{{at, instant}}` writes an instant, given in milliseconds since 1970; a name of the IANA
   *   database
   */
  constructor(texts: Record<string, LocaleTexts>, timeZone = 'UTC') {
    this.engine = i18next.createInstance();
    void this.engine.init({
      lng: 'de',
      fallbackLng: 'de',
      initAsync: false,
      interpolation: { escapeValue: false },
      ns: Object.keys(texts),
      resources: Object.fromEntries(
        LOCALES.map((locale) => [
          locale,
          Object.fromEntries(Object.entries(texts).map(([domain, byLocale]) => [domain, byLocale[locale]])),
        ]),
      ),
    });
    const style = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
    this.engine.services.formatter!.add('instant', (at: number, locale = 'de') =>
      new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, style).format(at),
    );
  }

  translate(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
    return this.engine.t(key, { lng: locale, ...params });
  }
}
