import type { Board } from '@kundig/forum/server';
import type { Locator } from 'playwright-core';
import type { Person } from '../person.js';

/** Suche, with what was found. */
export class SearchPage {
  constructor(private readonly person: Person) {}

  async shown(): Promise<this> {
    await this.person.heading(this.person.t('pages:search.title'));
    await this.person.audit('search');
    return this;
  }

  titles(): Promise<string[]> {
    return this.person.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
  }

  /** A link below one of the headings above the threads. */
  named(kind: 'boards' | 'members', name: string): Locator {
    const { page, t } = this.person;
    const heading = page.getByRole('heading', { level: 2, name: t(`search:named.${kind}`), exact: true });
    return page.locator('section', { has: heading }).getByRole('link', { name, exact: true });
  }

  /** @returns the words that are marked as what was looked for */
  marked(): Promise<string[]> {
    return this.person.page.getByRole('main').locator('mark').allInnerTexts();
  }

  /** Unfolds the form with age, author and order, where it is folded, fills it and sends it. */
  async refine({ since, author, sort }: { since: string; author: string; sort: string }): Promise<void> {
    const { page, t } = this.person;
    const part = page.locator('details', { hasText: t('search:filter.since') });
    if ((await part.getAttribute('open')) === null) await part.locator('summary').click();
    await part.getByLabel(t('search:filter.since'), { exact: true }).selectOption(since);
    await part.getByLabel(t('search:filter.order'), { exact: true }).selectOption(sort);
    await part.getByLabel(t('search:filter.author'), { exact: true }).fill(author);
    await Promise.all([
      page.waitForURL(`**author=${author}**`),
      part.getByRole('button', { name: t('search:filter.apply') }).click(),
    ]);
  }

  async narrowTo(board: Board): Promise<void> {
    const { page, t } = this.person;
    await page
      .getByRole('list', { name: t('search:filter.board') })
      .getByRole('link', { name: board.nameDe })
      .click();
  }
}
