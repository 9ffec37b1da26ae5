/** Colours of one scheme, `#rrggbb`, in which everything can be read on paper and sheet of that scheme. */
export interface SchemeColours {
  readonly brand: string;
  /** Text on the brand colour. */
  readonly onBrand: string;
  readonly link: string;
}

/** Both schemes. */
export interface SiteColours {
  readonly light: SchemeColours;
  readonly dark: SchemeColours;
}

/** What the operator has set and any domain may ask; known at once, as every page needs it. Provided by the site domain. */
export abstract class SiteProfile {
  /** What the community is called, in titles and mails. */
  abstract get name(): string;
  /** Whether whoever holds an office needs a second factor for it. */
  abstract get demandsSecondFactor(): boolean;
  /** In which the community appears, in mails as on pages. */
  abstract get colours(): SiteColours;
}
