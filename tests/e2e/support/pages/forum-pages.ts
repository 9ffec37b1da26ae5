import type { Locator } from 'playwright-core';
import type { Board, Thread } from '@kundig/forum/server';
import type { Person } from '../person.js';
import { until } from '../until.js';

/** The first page: what can we do for you? */
export class HomePage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/');
    await this.person.heading(this.person.t('pages:home.title'));
    await this.person.audit('home');
    return this;
  }

  get search(): Locator {
    const { page, t } = this.person;
    return page.getByRole('main').getByRole('combobox', { name: t('search:field.label') });
  }

  get askButton(): Locator {
    return this.person.link(this.person.t('pages:frame.ask'), this.person.page.getByRole('main')).first();
  }

  get discussButton(): Locator {
    return this.person.link(this.person.t('pages:home.discuss'), this.person.page.getByRole('main'));
  }
}

/** A board with its threads. */
export class BoardPage {
  constructor(
    private readonly person: Person,
    readonly board: Board,
  ) {}

  async open(): Promise<this> {
    await this.person.open(`/b/${this.board.slug}/${this.board.publicId}`);
    await this.person.page.getByRole('heading', { level: 1 }).waitFor();
    await this.person.audit('board');
    return this;
  }

  /** Narrows the list, such as to what is solved. @returns the titles then shown */
  async only(state: 'list.all' | 'list.open' | 'list.unanswered' | 'list.solved'): Promise<string[]> {
    const { page, t } = this.person;
    const filter = this.person.link(
      t(`pages:${state}`),
      page.getByRole('navigation', { name: t('pages:board.threads') }),
    );
    await filter.click();
    await page
      .locator('[aria-current]', { hasText: t(`pages:${state}`) })
      .first()
      .waitFor();
    return this.titles();
  }

  titles(): Promise<string[]> {
    return this.person.page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts();
  }
}

/** What somebody asks. */
export interface Question {
  readonly title: string;
  readonly body: string;
  readonly board: Board;
  readonly tags?: string;
  readonly anonymous?: boolean;
}

/** Frage stellen. */
export class Composer {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/ask');
    await this.person.heading(this.person.t('pages:frame.ask'));
    await this.person.audit('composer');
    return this;
  }

  get title(): Locator {
    return this.person.page.getByRole('textbox', { name: this.person.t('forum:ask.about') });
  }

  get body(): Locator {
    return this.person.page.getByRole('textbox', { name: this.person.t('forum:ask.body') });
  }

  get tags(): Locator {
    return this.person.page.getByRole('textbox', { name: this.person.t('forum:ask.tags') });
  }

  /** @returns the text as it will look; only with scripts */
  async preview(): Promise<Locator> {
    await this.person.button(this.person.t('forum:preview.show')).click();
    return this.person.page.locator('[data-prose]').first();
  }

  async write({ title, body, board, tags, anonymous = false }: Question): Promise<void> {
    const { page, t } = this.person;
    await this.title.fill(title);
    await this.body.fill(body);
    await page.getByRole('combobox', { name: t('forum:ask.board') }).selectOption(board.publicId);
    if (tags) await this.tags.fill(tags);
    if (anonymous) await page.getByRole('switch', { name: t('forum:voice.anonymous') }).check();
  }

  async publish(title: string): Promise<ThreadPage> {
    await this.person.submit(this.person.t('forum:ask.send'));
    await this.person.heading(title);
    return new ThreadPage(this.person);
  }
}

/** A thread: the question, its solutions, the answers, and the field for one's own. */
export class ThreadPage {
  constructor(private readonly person: Person) {}

  async open(thread: Pick<Thread, 'slug' | 'publicId' | 'title'>): Promise<this> {
    await this.person.open(`/t/${thread.slug}/${thread.publicId}`);
    await this.person.heading(thread.title);
    await this.person.audit('thread');
    return this;
  }

  /** Comes again, as somebody does who wants to see what is new. */
  async again(): Promise<this> {
    await this.person.page.goto(this.person.page.url().split('#')[0]!);
    await this.person.awake();
    return this;
  }

  /** Path without the language, by which others find the thread. */
  get path(): string {
    return new URL(this.person.page.url()).pathname.replace(/^\/en/, '');
  }

  get publicId(): string {
    return this.path.split('/').at(-1)!;
  }

  get question(): Locator {
    return this.person.page.getByRole('article', { name: this.person.t('forum:question.label') });
  }

  /** The answers in their order, stubs among them. */
  get answers(): Locator {
    const { page, t } = this.person;
    return page.getByRole('region', { name: t('pages:thread.posts'), exact: true }).getByRole('article');
  }

  answer(text: string): Locator {
    return this.answers.filter({ hasText: text });
  }

  /** Accepted answers on top of the thread. */
  get solutions(): Locator {
    const { page, t } = this.person;
    const heading = page.getByRole('heading', { level: 2, name: t('forum:solution.title'), exact: true });
    return page.locator('details').filter({ has: heading });
  }

  get replyField(): Locator {
    return this.person.page.getByRole('textbox', { name: this.person.t('forum:reply.body') });
  }

  async reply(text: string, { anonymous = false } = {}): Promise<void> {
    const { page, t } = this.person;
    await this.replyField.fill(text);
    if (anonymous) await page.getByRole('switch', { name: t('forum:voice.anonymous') }).check();
    await this.sendReply(text);
  }

  async sendReply(text: string): Promise<void> {
    const { page, t } = this.person;
    await this.person.submit(t('forum:reply.send'), page.getByRole('form', { name: t('forum:reply.title') }));
    await this.answer(text.replaceAll('*', '')).first().waitFor();
  }

  async quote(text: string): Promise<void> {
    await this.person.link(this.person.t('forum:post.quote'), this.answer(text)).click();
    await until(async () => (await this.replyField.inputValue()).startsWith('>'), 'the quotation');
  }

  /** Chooses from the menu of a post, which leads to a page of its own. */
  async choose(
    post: Locator,
    entry: 'post.edit' | 'post.delete' | 'post.report' | 'post.hide' | 'post.redact' | 'post.suspend',
  ): Promise<void> {
    await post.getByLabel(this.person.t('pages:post.more')).click();
    await this.person.link(this.person.t(`pages:${entry}`), post).click();
    await this.person.page.waitForURL(/\/p\//);
    await this.person.audit(entry);
  }

  async accept(text: string): Promise<void> {
    const before = await this.solutions.count();
    await this.person.submit(this.person.t('forum:accept.give'), this.answer(text));
    await this.solutions.nth(before).waitFor();
  }

  /** The button of thanks below a post. */
  thanks(post: Locator): Locator {
    return post.getByRole('button', { name: /^Danke|^Thanks|^Thank/ });
  }
}
