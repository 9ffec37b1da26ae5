import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Locale } from '@kundig/platform/server';
import type { TestMember } from '../../support/community.js';
import { TEST_PASSWORD } from '../../support/members.js';
import { audit, NOTEBOOK } from './audit.js';
import { Faults } from './faults.js';
import { runningCommunity } from './running-community.js';
import { words, type Words } from './words.js';

/** Longer than any page of ours may take on a busy machine. */
const PATIENCE_MS = 15_000;

/** Who comes, and with what. */
export interface Arrival {
  /** Whether the browser runs scripts. */
  readonly scripts?: boolean;
  readonly locale?: Locale;
  /** Signs in as this member first. */
  readonly as?: TestMember;
  readonly size?: { readonly width: number; readonly height: number };
  /** Of the community they come to; the one of all tests when absent. */
  readonly baseUrl?: string;
}

/** Pages that were looked at once in this test file need no second look in the same state. */
const audited = new Set<string>();

/** Somebody at a browser of their own, without a past. */
export class Person {
  readonly faults = new Faults();
  readonly t: Words;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly scripts: boolean,
    readonly locale: Locale,
  ) {
    this.t = words(locale);
    this.faults.watch(page);
  }

  static async arrive(browser: Browser, arrival: Arrival = {}): Promise<Person> {
    const { scripts = true, locale = 'de', as, size = NOTEBOOK } = arrival;
    const { baseUrl = runningCommunity().baseUrl } = arrival;
    const context = await browser.newContext({
      baseURL: baseUrl,
      javaScriptEnabled: scripts,
      locale: locale === 'de' ? 'de-DE' : 'en-GB',
      viewport: size,
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const person = new Person(context, await context.newPage(), scripts, locale);
    if (as) await person.signIn(as);
    return person;
  }

  /** Goes to an address, given without the language. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.address(path));
    await this.awake();
  }

  /** @returns an address of this person's language */
  address(path: string): string {
    if (this.locale === 'de') return path;
    return path === '/' ? '/en' : `/en${path}`;
  }

  /** Another tab of the same browser: the same session, and its faults count as well. */
  async openTab(): Promise<Page> {
    const tab = await this.context.newPage();
    this.faults.watch(tab);
    return tab;
  }

  /** With scripts, waits until the page of somebody signed in answers to clicks by itself. Visitors' pages sleep on. */
  async awake(page: Page = this.page): Promise<void> {
    if (!this.scripts) return;
    await page.evaluate(`(async () => {
      const main = document.querySelector('script[data-main]')?.dataset.main;
      if (main && document.querySelector(\`script[src="\${main}"]\`)) await (await import(main)).ready;
    })()`);
  }

  /** Sends a form by its button, with scripts in place: the form has been touched, so React is on its way. */
  async submit(name: string, within: Page | Locator = this.page): Promise<void> {
    if (this.scripts) {
      await this.button(name, within).focus();
      await this.page.evaluate(
        `import(document.querySelector('script[data-main]').dataset.main).then((main) => main.ready)`,
      );
    }
    await this.button(name, within).click();
  }

  async signIn({ mail }: Pick<TestMember, 'mail'>, password = TEST_PASSWORD): Promise<void> {
    await this.open('/sign-in');
    await this.page.getByLabel(this.t('identity:field.mail')).fill(mail);
    await this.page.getByLabel(this.t('identity:field.password')).fill(password);
    await this.submit(this.t('identity:signIn.send'), this.page.getByRole('main'));
    await this.accountMenu.waitFor();
    await this.awake();
  }

  async signOut(): Promise<void> {
    await this.accountMenu.click();
    await this.submit(this.t('identity:signOut'));
    await this.page
      .getByRole('banner')
      .getByRole('link', { name: this.t('pages:frame.signIn') })
      .waitFor();
  }

  /** The menu that bears the name of whoever is signed in. */
  get accountMenu(): Locator {
    const anyone = this.t('pages:frame.account', { name: '' }).trim();
    return this.page.getByRole('banner').getByLabel(new RegExp(anyone));
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  link(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('link', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** The heading of the page, once it is there. */
  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).first().waitFor();
  }

  /**
   * Looks at the page for barriers, once per kind of page, language and standing. The tool needs scripts itself; the pages
   * of people without are the same until somebody touches them.
   * @param kind the page's name, with what is special about its state
   */
  async audit(kind: string): Promise<void> {
    if (!this.scripts) return;
    const key = [kind, this.locale, (await this.accountMenu.count()) > 0].join(' ');
    if (audited.has(key)) return;
    audited.add(key);
    await audit(this.page);
  }

  /** Everything the page's author sent, as text. */
  html(): Promise<string> {
    return this.page.content();
  }

  /** @throws Error when anything went wrong unseen */
  async leave(): Promise<void> {
    await this.context.close();
    this.faults.check();
  }
}
