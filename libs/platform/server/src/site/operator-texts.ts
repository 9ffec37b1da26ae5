/** Imprint, privacy notice and the like, as far as others must know of them. Provided by identity, which records consents. */
export abstract class OperatorTexts {
  /** @returns by the slug of each text, how many gaps that only the operator can fill are left in what everybody reads */
  abstract gapsLeft(): Promise<ReadonlyMap<string, number>>;
  /** Whether a text that everybody agrees to still lacks words of the operator; as far as this process has heard. */
  abstract get acceptedIncomplete(): boolean;
}
