import { CHOSEN_OCCASIONS, DEFAULT_PACES, type ChosenOccasion, type Paces } from '../port/notices.js';
import type { PaceRow } from '../storage/way-out.repository.js';

/** What ends by one link: mails of one kind, or the daily mail with all that stands in it. */
export type MailKind = ChosenOccasion | 'digest';

/** @returns what has been chosen, and what holds where nothing is chosen */
export const pacesOf = (rows: readonly Pick<PaceRow, 'occasion' | 'pace'>[]): Paces => ({
  ...DEFAULT_PACES,
  ...Object.fromEntries(rows.map(({ occasion, pace }) => [occasion, pace])),
});

/** @returns the kinds that the link ends, with what holds for each by now */
export function endingPaces(rows: readonly PaceRow[], kind: MailKind): Partial<Paces> {
  const paces = pacesOf(rows);
  const kinds = CHOSEN_OCCASIONS.filter((occasion) =>
    kind === 'digest' ? paces[occasion] === 'daily' : occasion === kind && paces[occasion] !== 'never',
  );
  return Object.fromEntries(kinds.map((occasion) => [occasion, paces[occasion]]));
}

/** @returns the kinds that such a link has ended and the account has chosen nothing about since */
export const endedByLink = (rows: readonly PaceRow[], kind: MailKind): ChosenOccasion[] =>
  rows
    .filter(({ pace, paceBefore }) => pace === 'never' && paceBefore !== null)
    .filter(({ occasion, paceBefore }) => (kind === 'digest' ? paceBefore === 'daily' : occasion === kind))
    .map(({ occasion }) => occasion);
