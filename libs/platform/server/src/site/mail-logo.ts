/** The operator's logo for mails. Provided by the site domain. */
export abstract class MailLogo {
  /** @returns a PNG, at most 480 pixels wide and 96 high, to be shown half as large; null without a logo */
  abstract png(): Promise<Buffer | null>;
}
