import type { Locator } from 'playwright-core';
import type { Person } from '../person.js';

/** Blog-Redaktion: all articles somebody may work on. */
export class BlogDeskPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/desk/blog');
    await this.person.heading(this.person.t('pages:desk.blog'));
    await this.person.audit('blog desk');
    return this;
  }

  /** Goes on to a new article. */
  async begin(): Promise<EditorPage> {
    await this.person.link(this.person.t('pages:desk.newArticle')).click();
    await this.person.heading(this.person.t('pages:desk.newArticle'));
    await this.person.audit('new article');
    return new EditorPage(this.person);
  }

  /** Goes on to an article. */
  async choose(title: string): Promise<EditorPage> {
    await this.person.link(title).click();
    await this.person.heading(title);
    return new EditorPage(this.person);
  }
}

/** An article on the desk. */
export class EditorPage {
  constructor(private readonly person: Person) {}

  get heading(): Locator {
    return this.person.page.getByLabel(this.person.t('blog:editor.heading'));
  }

  /** The version as readers will see it. */
  get preview(): Locator {
    const { page, t } = this.person;
    const section = page.getByRole('heading', { name: t('pages:desk.preview') });
    return page.locator('section').filter({ has: section });
  }

  get releaseButton(): Locator {
    return this.person.button(this.person.t('blog:release.send'));
  }

  async fill(text: { heading: string; teaser: string; body: string; tags: string }): Promise<void> {
    const { page, t } = this.person;
    await this.heading.fill(text.heading);
    await page.getByLabel(t('blog:editor.teaser')).fill(text.teaser);
    await page.getByLabel(t('pages:desk.articleBody'), { exact: true }).fill(text.body);
    await page.getByLabel(t('blog:editor.tags')).fill(text.tags);
  }

  /** Saves a version that waits for its release. */
  submit(): Promise<void> {
    return this.person.submit(this.person.t('blog:editor.submit'));
  }

  /** @param at as the field for a time takes it; at once when absent */
  async release(at?: string): Promise<void> {
    if (at) await this.person.page.getByLabel(this.person.t('blog:release.at')).fill(at);
    await this.person.submit(this.person.t('blog:release.send'));
    if (at) return this.person.page.getByText(this.person.t('blog:state.SCHEDULED')).first().waitFor();
    await this.releaseButton.waitFor({ state: 'detached' });
  }
}

/** An article as everybody reads it. */
export class BlogArticle {
  constructor(private readonly person: Person) {}

  /** The article without its comments. */
  get article(): Locator {
    return this.person.page.getByRole('main').getByRole('article').first();
  }

  comments(text: string): Locator {
    return this.person.page.getByRole('article').filter({ hasText: text }).last();
  }

  async comment(text: string): Promise<void> {
    await this.person.page.getByLabel(this.person.t('blog:comment.write')).last().fill(text);
    await this.person.submit(this.person.t('blog:comment.send'));
  }

  /** Chooses from the menu of a comment. */
  async choose(text: string, action: string): Promise<void> {
    const comment = this.comments(text);
    await comment.locator('summary').click();
    await this.person.link(this.person.t(`pages:${action}`), comment).click();
  }
}
