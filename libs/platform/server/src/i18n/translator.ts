import { Injectable } from '@nestjs/common';
import i18next, { type i18n } from 'i18next';
import { LOCALES, type Locale } from '../context/request-context.js';

/** How German texts speak to people. */
export const FORMS_OF_ADDRESS = ['sie', 'du'] as const;
export type FormOfAddress = (typeof FORMS_OF_ADDRESS)[number];

/** German with *du*: what it has no text for is said in German. */
const DE_DU = 'de-x-du';

/** Texts of one domain: locale -> nested keys. `du` holds the German texts that speak to somebody, in that form. */
export type LocaleTexts = Readonly<Record<Locale, object> & { du?: object }>;

/** Server-side texts (errors, mails) of all domains. Keys read `<domain>:path.to.text`; plurals are i18next's. */
@Injectable()
export class Translator {
  private readonly engine: i18n;
  private address: () => FormOfAddress = () => 'sie';

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
      resources: {
        ...Object.fromEntries(LOCALES.map((locale) => [locale, textsIn(texts, (domain) => domain[locale])])),
        [DE_DU]: textsIn(texts, (domain) => domain.du ?? {}),
      },
    });
    const style = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
    this.engine.services.formatter!.add('instant', (at: number, locale = 'de') =>
      new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, style).format(at),
    );
  }

  /** @param address asked anew for every text, as the operator may change it at any time */
  addressBy(address: () => FormOfAddress): void {
    this.address = address;
  }

  translate(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
    const lng = locale === 'de' && this.address() === 'du' ? DE_DU : locale;
    return this.engine.t(key, { lng, ...params });
  }
}

const textsIn = (
  texts: Record<string, LocaleTexts>,
  pick: (domain: LocaleTexts) => object,
): Record<string, object> =>
  Object.fromEntries(Object.entries(texts).map(([domain, byLocale]) => [domain, pick(byLocale)]));
