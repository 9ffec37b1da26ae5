/** Imprint, privacy notice and the like, as far as others must know of them. Provided by identity, which records consents. */
export abstract class OperatorTexts {
  /** @returns slugs of the texts that are still our templates, with gaps only the operator can fill */
  abstract unwritten(): Promise<readonly string[]>;
}
