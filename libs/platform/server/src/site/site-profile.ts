/** What the operator calls the community; known at once, as pages and mails need it. Provided by the site domain. */
export abstract class SiteProfile {
  /** In titles and mails. */
  abstract get name(): string;
}
