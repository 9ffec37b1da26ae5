import type { ExportedEntry } from '../../storage/faq-entry.repository.js';

/**
 * A `FAQPage` as schema.org defines it. `<` is escaped, so that the text may stand inside a script element as it is.
 * @param lang BCP 47 code of all entries
 */
export function toJsonLd(entries: readonly ExportedEntry[], lang: string): string {
  const page = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: lang,
    mainEntity: entries.map(({ question, answerHtml }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answerHtml },
    })),
  };
  return JSON.stringify(page, null, 2).replaceAll('<', '\\u003c') + '\n';
}
