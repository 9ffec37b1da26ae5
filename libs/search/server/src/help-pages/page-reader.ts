import { Injectable } from '@nestjs/common';
import { Outbound, OutboundRefused } from '@kundig/platform/server';
import { decoded } from './decode-text.js';
import { HELP_PAGE_LIMITS } from './help-page.limits.js';
import type { KnownPage, ReadPage } from './help-page.repository.js';
import { readHead } from './page-head.js';

/** A page as it is; or it is as it was, not there, not to be found, or could not be read this time. */
export type PageReading = ReadPage | 'unchanged' | 'gone' | 'unwanted' | 'failed';

/** Reads what single pages say of themselves. */
@Injectable()
export class PageReader {
  constructor(private readonly outbound: Outbound) {}

  /** @param known what was read before, so that only what is new is sent */
  async read(address: string, known: KnownPage | undefined): Promise<PageReading> {
    try {
      return await this.ask(address, known);
    } catch (error) {
      if (error instanceof OutboundRefused) return 'failed';
      throw error;
    }
  }

  private async ask(address: string, known: KnownPage | undefined): Promise<PageReading> {
    const answer = await this.outbound.get({
      ...{ address, known, accept: 'text/html', sizeMax: HELP_PAGE_LIMITS.headSize, beginning: true },
    });
    if (answer.status === 304 && known) return 'unchanged';
    if (answer.status === 404 || answer.status === 410) return 'gone';
    if (answer.status !== 200) return 'failed';
    const { origin, host } = new URL(address);
    if (answer.mediaType !== 'text/html' || new URL(answer.address).origin !== origin) return 'unwanted';
    const { title, description, lang, isFindable } = readHead(decoded(answer.body, answer.charset));
    if (!isFindable || !title) return 'unwanted';
    const { etag, modified } = answer;
    return { address, host, title, description, lang, etag: kept(etag), modified: kept(modified) };
  }
}

const LONGEST_MARK = 200;

/** @returns what is sent with the next question; nothing where it could be no header of ours */
const kept = (mark: string | null): string | null =>
  mark && mark.length <= LONGEST_MARK && /^[\x20-\x7e]+$/.test(mark) ? mark : null;
