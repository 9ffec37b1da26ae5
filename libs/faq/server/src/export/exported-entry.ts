import type { TextSource } from '@kundig/forum/server';
import type { ReleasedEntry } from '../storage/faq-entry.repository.js';

/** Whom the licence of an imported text wants named wherever something made of it stands. */
export interface Credit extends Pick<TextSource, 'url' | 'licence' | 'licenceUrl'> {
  /** In the language of the entry: that it was adapted, from whom, on which site. */
  readonly text: string;
}

/** An entry as the formats write it. */
export interface ExportedEntry extends Omit<ReleasedEntry, 'origins'> {
  /** Empty for what was written here. */
  readonly credits: readonly Credit[];
}
