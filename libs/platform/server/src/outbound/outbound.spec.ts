import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Environment } from '../config/environment.js';
import { NameLookup } from './name-lookup.js';
import { Outbound, type OutboundQuestion } from './outbound.js';
import { OutboundRefused } from './outbound-refused.js';

/** Spellings of this very machine and of what clouds keep their keys behind. */
const HOSTILE = [
  ...[
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '017700000001',
    '0',
    '0.0.0.0',
    '127.0.0.1.',
  ],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:0:0:1]', '[::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fe80::1]', '[fd00::1]', '169.254.169.254', '0xa9fea9fe'],
  ...[
    '[::ffff:169.254.169.254]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '100.64.0.1',
    '１２７.0.0.1',
    '①②⑦.1',
  ],
];

class KnownNames extends NameLookup {
  readonly asked: string[] = [];
  constructor(private readonly known: Record<string, string[]>) {
    super();
  }
  override addressesOf(host: string): Promise<string[]> {
    this.asked.push(host);
    const found = this.known[host];
    return found ? Promise.resolve(found) : Promise.reject(new Error('ENOTFOUND'));
  }
}

let server: Server;
let answer: RequestListener;
let contacts: number;
let port: number;
let names: KnownNames;

beforeEach(async () => {
  contacts = 0;
  server = createServer((request, response) => {
    contacts += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  names = new KnownNames({
    'help.lan': ['127.0.0.1'],
    'inside.example.com': ['10.0.0.7'],
    'mixed.example.com': ['93.184.216.34', '127.0.0.1'],
    'cloud.lan': ['169.254.169.254'],
    'empty.example.com': [],
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const outbound = () =>
  new Outbound(Environment.read({ OUTBOUND_INTERNAL_HOSTS: `help.lan:${port}, cloud.lan` }), names);
const get = (address: string, question: Partial<OutboundQuestion> = {}) =>
  outbound().get({ address, accept: 'text/html', sizeMax: 1_000, ...question });
const here = (path = '/') => `http://help.lan:${port}${path}`;
const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OutboundRefused);
  return (error as OutboundRefused).problem;
};

it('fetches from a host of the operator’s own network that is named, at the address that was looked up', async () => {
  answer = ({ headers }, response) => {
    response.setHeader('content-type', 'Text/HTML; charset="ISO-8859-1"');
    response.setHeader('etag', '"one"');
    response.end(JSON.stringify(headers));
  };
  const found = await get(here());
  expect(found).toMatchObject({
    ...{ status: 200, mediaType: 'text/html', charset: 'iso-8859-1', etag: '"one"', address: here() },
  });
  const sent = JSON.parse(found.body.toString()) as Record<string, string>;
  expect(sent.host).toBe(`help.lan:${port}`);
  expect(sent['user-agent']).toMatch(/^Kundig \(\+http/);
  expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['cookie']));
  expect(names.asked).toEqual(['help.lan']);
});

it.each(HOSTILE)('goes nowhere for %s', async (host) => {
  answer = (_request, response) => response.end('secret');
  expect(await refusal(get(`https://${host}/`))).toBe(
    URL.canParse(`https://${host}/`) ? 'internal' : 'address',
  );
  expect(await refusal(get(`http://${host}:${port}/`))).toBe('address');
  expect(contacts).toBe(0);
});

it.each([
  ['https://inside.example.com/', 'internal'],
  ['https://mixed.example.com/', 'internal'],
  ['https://cloud.lan/', 'internal'],
  ['https://empty.example.com/', 'unreachable'],
  ['https://unknown.example.com/', 'unreachable'],
  ['https://somebody:secret@example.com/', 'address'],
  ['https://example.com:8443/', 'address'],
  ['http://example.com/', 'address'],
  ['ftp://example.com/', 'address'],
  ['file:///etc/passwd', 'address'],
  ['/help', 'address'],
])('refuses %s as %s', async (address, problem) => {
  expect(await refusal(get(address))).toBe(problem);
});

it('follows redirects three times, and looks at each', async () => {
  answer = ({ url }, response) => {
    const step = Number(/\d+/.exec(url!)?.[0]);
    if (step === 0) response.end('there');
    else response.writeHead(302, { location: `/step/${step - 1}` }).end();
  };
  expect((await get(here('/step/3'))).address).toBe(here('/step/0'));
  expect(await refusal(get(here('/step/4')))).toBe('redirects');
});

it.each([
  ['https://inside.example.com/', 'internal'],
  ['https://169.254.169.254/latest/meta-data', 'internal'],
  ['http://127.0.0.1/', 'redirects'],
  ['file:///etc/passwd', 'redirects'],
  ['http://[', 'redirects'],
])('is not led to %s', async (location, problem) => {
  answer = (_request, response) => response.writeHead(301, { location }).end();
  expect(await refusal(get(here()))).toBe(problem);
  expect(contacts).toBe(1);
});

it('bounds the body after decompression', async () => {
  const large = Buffer.alloc(5_000_000, 'a');
  const encodings = { identity: large, gzip: gzipSync(large), br: brotliCompressSync(large) };
  for (const [encoding, body] of Object.entries(encodings)) {
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body);
    expect(await refusal(get(here()))).toBe('large');
    expect((await get(here(), { beginning: true })).body).toEqual(large.subarray(0, 1_000));
  }
  answer = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('little'));
  expect((await get(here())).body.toString()).toBe('little');
});

it('is told of answers that break off, and of bodies that are no archive', async () => {
  answer = (_request, response) =>
    response.writeHead(200, { 'content-length': 500 }).write('half', () => {
      response.destroy();
    });
  expect(await refusal(get(here()))).toBe('unreachable');
  answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no archive');
  expect(await refusal(get(here()))).toBe('unreachable');
});

it('asks for what is new alone', async () => {
  answer = ({ headers }, response) =>
    response
      .writeHead(headers['if-none-match'] === '"one"' && headers['if-modified-since'] ? 304 : 200)
      .end();
  const known = { etag: '"one"', modified: 'Mon, 23 Nov 2026 10:00:00 GMT' };
  expect((await get(here(), { known })).status).toBe(304);
  expect((await get(here())).status).toBe(200);
});
