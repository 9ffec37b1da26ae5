import { request as requestPlainly, type IncomingMessage } from 'node:http';
import { request as requestSafely } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { NameLookup } from './name-lookup.js';
import { OutboundRefused } from './outbound-refused.js';
import { isInternalAddress, isPublicAddress } from './reachable-address.js';

/** Bounds of everything that is fetched from elsewhere. */
export const OUTBOUND_LIMITS = {
  /** Redirects that are followed. */
  redirectsMax: 3,
  /** Characters of an address. */
  addressMax: 2_000,
  /** Milliseconds from the question to the last byte, redirects included. */
  time: 10_000,
  headersMax: 16_384,
} as const;

/** What is asked of another host. */
export interface OutboundQuestion {
  readonly address: string;
  /** Media types, as the header `Accept` has them. */
  readonly accept: string;
  /** Bytes of the body after decompression. */
  readonly sizeMax: number;
  /** `ETag` and `Last-Modified` of what is known already; the answer may be 304 then. */
  readonly known?: { readonly etag: string | null; readonly modified: string | null };
  /** Asks for the first `sizeMax` bytes alone, where there are more; a longer body is refused otherwise. */
  readonly beginning?: boolean;
}

export interface OutboundAnswer {
  /** Where the answer came from, after redirects. */
  readonly address: string;
  readonly status: number;
  /** Without parameters, in small letters; empty where none is told. */
  readonly mediaType: string;
  /** As it is told, `utf-8` where it is not. */
  readonly charset: string;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly body: Buffer;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The one door to other hosts. Goes to public addresses alone, over https and its own port, and only to the address that was looked
 * at: a name that answers differently the next moment leads nowhere. Hosts of the operator's own network must be named in
 * OUTBOUND_INTERNAL_HOSTS. Sends neither cookies nor credentials.
 */
@Injectable()
export class Outbound {
  private readonly internalHosts: ReadonlySet<string>;
  private readonly userAgent: string;

  constructor(
    environment: Environment,
    private readonly names: NameLookup,
  ) {
    this.internalHosts = new Set(environment.get('OUTBOUND_INTERNAL_HOSTS'));
    this.userAgent = `Kundig (+${environment.baseUrl})`;
  }

  /** Whether addresses of this kind are fetched at all; what lies behind the name is seen when it is. */
  accepts(address: string): boolean {
    return this.urlOf(address) !== null;
  }

  /** @throws OutboundRefused; an answer of any status but a redirect is none */
  async get(question: OutboundQuestion): Promise<OutboundAnswer> {
    const until = AbortSignal.timeout(OUTBOUND_LIMITS.time);
    let address = question.address;
    for (let hops = 0; hops <= OUTBOUND_LIMITS.redirectsMax; hops += 1) {
      const url = this.urlOf(address);
      if (!url) throw new OutboundRefused(hops === 0 ? 'address' : 'redirects');
      try {
        const response = await this.open(url, question, until);
        const next = response.headers.location;
        if (!REDIRECTS.has(response.statusCode!)) return await answerOf(url, response, question, until);
        response.destroy();
        if (!next || !URL.canParse(next, url)) throw new OutboundRefused('redirects');
        address = new URL(next, url).href;
      } catch (error) {
        if (error instanceof OutboundRefused) throw error;
        throw new OutboundRefused(until.aborted ? 'slow' : 'unreachable', error);
      }
    }
    throw new OutboundRefused('redirects');
  }

  private urlOf(address: string): URL | null {
    if (address.length > OUTBOUND_LIMITS.addressMax || !URL.canParse(address)) return null;
    const url = new URL(address);
    if (url.username || url.password || !url.hostname) return null;
    if (this.internalHosts.has(url.host)) return /^https?:$/.test(url.protocol) ? url : null;
    return url.protocol === 'https:' && url.port === '' ? url : null;
  }

  /** @returns the one address that is connected to */
  private async addressOf(url: URL, until: AbortSignal): Promise<string> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const found = isIP(host) ? [host] : await before(until, this.names.addressesOf(host));
    const isInternal = this.internalHosts.has(url.host);
    const mayBe = (address: string) => isPublicAddress(address) || (isInternal && isInternalAddress(address));
    if (found.length === 0) throw new OutboundRefused('unreachable');
    if (!found.every(mayBe)) throw new OutboundRefused('internal');
    return found[0]!;
  }

  private async open(url: URL, question: OutboundQuestion, until: AbortSignal): Promise<IncomingMessage> {
    const address = await this.addressOf(url, until);
    const { etag, modified } = question.known ?? { etag: null, modified: null };
    const headers = {
      accept: question.accept,
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': this.userAgent,
      ...(etag ? { 'if-none-match': etag } : {}),
      ...(modified ? { 'if-modified-since': modified } : {}),
    };
    const request = url.protocol === 'https:' ? requestSafely : requestPlainly;
    return new Promise((resolve, reject) => {
      request(url, {
        ...{ headers, agent: false, signal: until, maxHeaderSize: OUTBOUND_LIMITS.headersMax },
        lookup: (_name, options, found) => {
          const family = isIP(address);
          if (options.all) found(null, [{ address, family }]);
          else found(null, address, family);
        },
      })
        .on('response', resolve)
        .on('error', reject)
        .end();
    });
  }
}

/** @throws what the signal was given as a reason, where that comes first */
function before<T>(until: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = () => reject(until.reason as Error);
    if (until.aborted) give();
    until.addEventListener('abort', give, { once: true });
    work.then(resolve, reject).finally(() => until.removeEventListener('abort', give));
  });
}

async function answerOf(
  url: URL,
  response: IncomingMessage,
  question: OutboundQuestion,
  until: AbortSignal,
): Promise<OutboundAnswer> {
  const [mediaType = '', ...parameters] = (response.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => /^\s*charset="?([\w-]+)"?\s*$/.exec(part)?.[1]).find(Boolean);
  return {
    address: url.href,
    status: response.statusCode!,
    mediaType: mediaType.trim(),
    charset: charset ?? 'utf-8',
    etag: response.headers.etag ?? null,
    modified: response.headers['last-modified'] ?? null,
    body: await bodyOf(response, question, until),
  };
}

/** @returns the body decompressed; what is behind its bound is never unpacked */
async function bodyOf(
  response: IncomingMessage,
  { sizeMax, beginning }: OutboundQuestion,
  until: AbortSignal,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const body = unpacked(response);
  const stop = () => body.destroy(until.reason as Error);
  until.addEventListener('abort', stop, { once: true });
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size <= sizeMax) continue;
      if (!beginning) throw new OutboundRefused('large');
      break;
    }
  } finally {
    until.removeEventListener('abort', stop);
    body.destroy();
    response.destroy();
  }
  return Buffer.concat(parts).subarray(0, sizeMax);
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    (response.headers['content-encoding'] ?? '').toLowerCase()
  ];
  if (!unpack) return response;
  const stream = unpack();
  response.on('error', (error) => stream.destroy(error));
  return response.pipe(stream);
}
