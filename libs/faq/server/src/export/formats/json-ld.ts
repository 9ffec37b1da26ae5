import type { Credit, ExportedEntry } from '../exported-entry.js';

/**
 * A `FAQPage` as schema.org defines it. `<` is escaped, so that the text may stand inside a script element as it is.
 * @param lang BCP 47 code of all entries
 */
export function toJsonLd(entries: readonly ExportedEntry[], lang: string): string {
  const page = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: lang,
    mainEntity: entries.map(({ question, answerHtml, credits }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answerHtml, ...(credits.length > 0 && credited(credits)) },
    })),
  };
  return JSON.stringify(page, null, 2).replaceAll('<', '\\u003c') + '\n';
}

/** What schema.org knows of somebody else's work in a text. */
const credited = (credits: readonly Credit[]) => ({
  creditText: credits.map(({ text, licence }) => `${text}, ${licence}`).join(' · '),
  isBasedOn: credits.map(({ url }) => url),
  license: [...new Set(credits.map(({ licence, licenceUrl }) => licenceUrl ?? licence))],
});
