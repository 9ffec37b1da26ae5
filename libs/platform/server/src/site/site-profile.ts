/** What the operator has set and any domain may ask; known at once, as every page needs it. Provided by the site domain. */
export abstract class SiteProfile {
  /** What the community is called, in titles and mails. */
  abstract get name(): string;
  /** Whether whoever holds an office needs a second factor for it. */
  abstract get demandsSecondFactor(): boolean;
}
