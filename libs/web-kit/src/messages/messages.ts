import { createInstance, type i18n } from 'i18next';
import type { PageLocale } from '../page/page-contract.js';

declare global {
  /** Every namespace with its German texts; each domain adds its own beside its locale files. */
  interface KundigMessages {
    kit: typeof import('./locales/de.json');
  }
}

type PluralSuffix = '_zero' | '_one' | '_other';
type WithoutPlural<Key> = Key extends `${infer Base}${PluralSuffix}` ? Base : Key;

/** A key of a namespace; plural forms are asked for by their common part and `count`. */
export type MessageKey<Namespace extends keyof KundigMessages> = WithoutPlural<
  keyof KundigMessages[Namespace] & string
>;

/** Looks a text up; `values` fill its `{{places}}`, `count` chooses the plural form. */
export type Translate<Namespace extends keyof KundigMessages = keyof KundigMessages> = (
  key: MessageKey<Namespace>,
  values?: Record<string, string | number>,
) => string;

type LoadTexts = () => Promise<{ default: Record<string, string> }>;

/**
 * How a domain hands over its texts: one file per language, fetched only when that language is shown. `du` holds the German
 * texts that speak to somebody, in the other form of address.
 */
export type MessageLoader = Record<PageLocale, LoadTexts> & { du?: LoadTexts };

/**
 * Loads the texts of one language.
 *
 * @param locale language shown
 * @param loaders one per namespace
 * @param address how German texts speak to people; other languages have one form
 * @returns an engine that knows this language only
 */
export async function createMessages(
  locale: PageLocale,
  loaders: Record<keyof KundigMessages, MessageLoader>,
  address: 'sie' | 'du' = 'sie',
): Promise<i18n> {
  const namespaces = await Promise.all(
    Object.entries(loaders).map(async ([name, load]) => {
      const familiar = locale === 'de' && address === 'du' ? load.du?.() : undefined;
      return [name, { ...(await load[locale]()).default, ...(await familiar)?.default }] as const;
    }),
  );
  const engine = createInstance();
  await engine.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { [locale]: Object.fromEntries(namespaces) },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  return engine;
}

const lookUps = new WeakMap<i18n, Map<string, Translate>>();

/**
 * @param engine texts of one language
 * @param namespace whose texts
 * @returns the look-up bound to that namespace, always the same one
 */
export function messagesOf<Namespace extends keyof KundigMessages>(
  engine: i18n,
  namespace: Namespace,
): Translate<Namespace> {
  const ofEngine = lookUps.get(engine) ?? new Map<string, Translate>();
  lookUps.set(engine, ofEngine);
  const lookUp = ofEngine.get(namespace) ?? rememberingTexts(engine, namespace);
  ofEngine.set(namespace, lookUp);
  return lookUp as unknown as Translate<Namespace>;
}

const MOST_REMEMBERED = 2_000;

/**
 * A page looks up some 150 texts, most of them without values or with one small number: those are the same for ever. The
 * place of each of a page's posts is such a number, and putting it in was a tenth of rendering a long page.
 */
function rememberingTexts(engine: i18n, namespace: string): Translate {
  const translate = engine.getFixedT(null, namespace) as unknown as Translate;
  const remembered = new Map<string, string>();
  return (key, values) => {
    const [number, ...others] = values ? Object.entries(values) : [];
    if (number && (others.length > 0 || typeof number[1] !== 'number')) return translate(key, values);
    const known = number ? `${key} ${number.join(' ')}` : key;
    const text = remembered.get(known) ?? translate(key, values);
    if (!number || remembered.size < MOST_REMEMBERED) remembered.set(known, text);
    return text;
  };
}
