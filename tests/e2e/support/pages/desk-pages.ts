import type { Locator } from 'playwright-core';
import type { Person } from '../person.js';

/** Meldungen: what members reported. */
export class ReportsDesk {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/desk/reports');
    await this.person.heading(this.person.t('pages:desk.reports'));
    await this.person.audit('reports');
    return this;
  }

  /** What is reported in a thread. */
  about(title: string): Locator {
    return this.person.page.getByRole('article').filter({ hasText: title });
  }

  /** Presses a button of the case about a thread, by the key of its text. */
  async press(title: string, key: string): Promise<void> {
    await this.person.submit(this.person.t(key), this.about(title));
  }

  /** Hides the reported post; the reason stands in its place. */
  async hide(title: string, reason: string): Promise<void> {
    const report = this.about(title);
    await report.getByRole('textbox', { name: this.person.t('moderation:queue.words') }).fill(reason);
    await this.person.submit(this.person.t('moderation:hide.send'), report);
    await report.waitFor({ state: 'detached' });
  }
}

/** Protokoll: who did what, when and why. */
export class AuditPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/desk/audit');
    await this.person.heading(this.person.t('pages:desk.audit'));
    await this.person.audit('audit log');
    return this;
  }

  rows(text: string): Locator {
    return this.person.page.getByRole('row').filter({ hasText: text });
  }
}

/** Postausgang: every mail, without the links that are secret. */
export class OutboxPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/desk/outbox');
    await this.person.heading(this.person.t('pages:desk.outbox'));
    await this.person.audit('outbox');
    return this;
  }

  /** @returns the text of the newest mail to an address */
  async read(address: string): Promise<string> {
    const mail = this.person.page.getByRole('listitem').filter({ hasText: address }).first();
    await mail.locator('summary').click();
    return mail.locator('pre').innerText();
  }
}

/** FAQ-Redaktion: one writes, another releases. */
export class FaqDesk {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/desk/faq');
    await this.person.heading(this.person.t('pages:desk.faq'));
    await this.person.audit('faq desk');
    return this;
  }

  /** Takes a solved thread into the FAQ. */
  async take(title: string): Promise<void> {
    const candidate = this.person.page.getByRole('listitem').filter({ hasText: title });
    await this.person.submit(this.person.t('faq:candidate.take'), candidate);
    await this.entry(title).waitFor();
    await this.person.audit('faq desk with an entry');
  }

  /** An entry, by the question it answers. */
  entry(question: string): Locator {
    const { page } = this.person;
    return page
      .locator('details')
      .filter({ has: page.getByRole('heading', { level: 3, name: question, exact: true }) });
  }

  async edit(question: string, now: { question: string; answer: string }): Promise<void> {
    const entry = await this.unfolded(question);
    await entry.getByRole('textbox', { name: this.person.t('faq:entry.question') }).fill(now.question);
    await entry.getByRole('textbox', { name: this.person.t('faq:entry.answer') }).fill(now.answer);
    await this.person.submit(this.person.t('faq:entry.save'), entry);
    await this.entry(now.question).getByText(this.person.t('faq:status.edited')).waitFor();
  }

  releaseButton(question: string): Locator {
    return this.person.button(this.person.t('faq:entry.release'), this.entry(question));
  }

  async release(question: string): Promise<void> {
    const entry = await this.unfolded(question);
    await this.person.submit(this.person.t('faq:entry.release'), entry);
    await this.entry(question).getByText(this.person.t('faq:status.released'), { exact: true }).waitFor();
  }

  async export(): Promise<void> {
    await this.person.submit(this.person.t('faq:release.export'));
  }

  /** Links to the files of the newest export. */
  files(): Locator {
    return this.person.page.locator('a[download]');
  }

  async unfolded(question: string): Promise<Locator> {
    const entry = this.entry(question);
    if ((await entry.getAttribute('open')) === null) await entry.locator('summary').click();
    return entry;
  }
}
