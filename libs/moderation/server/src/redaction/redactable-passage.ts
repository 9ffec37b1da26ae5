import { InvalidInput, Passage } from '@kundig/platform/server';

/** What somebody wants taken out of something. */
export interface PassageToRedact {
  /** The words that are to disappear, as a reader sees them. */
  readonly passage: string;
  /** For the audit log; must not say what is taken out. */
  readonly reason: string | null;
}

/**
 * @param isSaid whether it is there to be taken out
 * @throws InvalidInput the passage is too short or not there, or the reason says it
 */
export async function redactablePassage(
  { passage: words, reason }: PassageToRedact,
  isSaid: (passage: Passage) => Promise<boolean>,
): Promise<Passage> {
  const passage = Passage.of(words);
  if (!passage) throw new InvalidInput('passage', 'moderation:error.passageTooShort');
  if (reason && passage.isIn(reason)) throw new InvalidInput('reason', 'moderation:error.reasonSaysPassage');
  if (!(await isSaid(passage))) throw new InvalidInput('passage', 'moderation:error.passageNotFound');
  return passage;
}
