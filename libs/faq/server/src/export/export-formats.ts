import { LOCALES } from '@kundig/platform/server';
import type { Locale } from '@kundig/platform/server';
import type { ExportedEntry } from './exported-entry.js';
import { toCsv } from './formats/csv.js';
import { toHtml } from './formats/html.js';
import { toJsonLd } from './formats/json-ld.js';
import { toMarkdown } from './formats/markdown.js';

/** A file of the export: how it is made and as what it is served. */
export interface ExportFile {
  readonly name: string;
  readonly lang: Locale;
  readonly contentType: string;
  readonly render: (entries: readonly ExportedEntry[]) => string;
}

const FORMATS = [
  { ending: 'jsonld', contentType: 'application/ld+json; charset=utf-8', render: toJsonLd },
  { ending: 'html', contentType: 'text/html; charset=utf-8', render: toHtml },
  { ending: 'md', contentType: 'text/markdown; charset=utf-8', render: toMarkdown },
  { ending: 'csv', contentType: 'text/csv; charset=utf-8', render: toCsv },
];

/** Every file with entries: four formats in each language, under names that never change. */
export const EXPORT_FILES: readonly ExportFile[] = LOCALES.flatMap((lang) =>
  FORMATS.map(({ ending, contentType, render }) => ({
    name: `faq.${lang}.${ending}`,
    lang,
    contentType,
    render: (entries) => render(entries, lang),
  })),
);

/** Tells when the export was made, how many entries it has, and the checksum of each file. */
export const MANIFEST_NAME = 'manifest.json';

/** @returns as what a file of the export is served; undefined for every other name */
export function contentTypeOf(name: string): string | undefined {
  if (name === MANIFEST_NAME) return 'application/json; charset=utf-8';
  return EXPORT_FILES.find((file) => file.name === name)?.contentType;
}
