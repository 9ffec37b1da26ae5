import type { Page } from 'playwright-core';

/** The browser's own words for an answer above 399, which is looked at as an answer already. */
const ANSWER_ABOVE_399 = /^Failed to load resource: the server responded with a status of/;

/** Everything that went wrong on a page without anybody being told: each of them fails the test. */
export class Faults {
  private readonly found: string[] = [];
  private readonly expected: number[] = [];

  /** Listens to errors in the console (a breach of the content policy is one), exceptions, and requests that failed. */
  watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' && !ANSWER_ABOVE_399.test(message.text()))
        this.found.push(`console on ${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) =>
      this.found.push(`exception on ${page.url()}: ${error.stack ?? error.message}`),
    );
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      if (reason !== 'net::ERR_ABORTED') this.found.push(`${request.method()} ${request.url()}: ${reason}`); // left behind by going on
    });
    page.on('response', (response) => {
      if (response.status() < 400) return;
      const at = this.expected.indexOf(response.status());
      if (at >= 0) this.expected.splice(at, 1);
      else this.found.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
    });
  }

  /** The next answer with this status is what the test wants. */
  expect(status: number): void {
    this.expected.push(status);
  }

  /** @throws Error naming every fault, or a status that was expected and never came */
  check(): void {
    const missing = this.expected.map((status) => `no answer ${status} came`);
    if (this.found.length + missing.length > 0) throw new Error([...this.found, ...missing].join('\n'));
  }
}
