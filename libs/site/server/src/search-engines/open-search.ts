import { localePrefix, Xml, type Locale } from '@kundig/platform/server';

/** What the specification allows a short name (https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md). */
const SHORT_NAME_LENGTH = 16;
const LONG_NAME_LENGTH = 48;

interface Searchable {
  /** What the community is called. */
  readonly name: string;
  /** One sentence for people. */
  readonly description: string;
  readonly lang: Locale;
  /** Public address of the community, without a slash at the end. */
  readonly baseUrl: string;
}

/** @returns how a browser adds the community's search to its own */
export function openSearchDescription({ name, description, lang, baseUrl }: Searchable): string {
  const home = baseUrl + localePrefix(lang);
  return Xml.document(
    Xml.element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      Xml.element('ShortName', {}, shortened(name, SHORT_NAME_LENGTH)),
      Xml.element('LongName', {}, shortened(name, LONG_NAME_LENGTH)),
      Xml.element('Description', {}, description),
      Xml.element('InputEncoding', {}, 'UTF-8'),
      Xml.element('Language', {}, lang),
      Xml.element('Url', { type: 'text/html', template: `${home}/search?q={searchTerms}` }),
      Xml.element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: `${home}/opensearch.xml`,
      }),
    ),
  );
}

const shortened = (text: string, length: number): string => [...text].slice(0, length).join('').trim();
