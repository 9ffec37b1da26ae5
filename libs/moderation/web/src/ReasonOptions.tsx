import { useMessages } from '@kundig/web-kit';

const reasons = [
  ['OFFENSIVE', 'reason.offensive'],
  ['SPAM', 'reason.spam'],
  ['INTERNAL', 'reason.internal'],
  ['UNLAWFUL', 'reason.unlawful'],
  ['WRONG_PLACE', 'reason.wrongPlace'],
  ['OTHER', 'reason.other'],
] as const;

/** What can be wrong with a post or a comment, as options of a list. */
export function ReasonOptions() {
  const t = useMessages('moderation');
  return reasons.map(([value, key]) => (
    <option key={value} value={value}>
      {t(key)}
    </option>
  ));
}
