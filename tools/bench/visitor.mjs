import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { inRoot } from '../lib/paths.mjs';

/** Of an operation of the built pages. */
function hashOf(operationName) {
  const documents = JSON.parse(readFileSync(inRoot('dist/web/persisted-documents.json'), 'utf8'));
  return Object.keys(documents).find((hash) => documents[hash].startsWith(`query ${operationName}(`));
}

/** A browser without a screen: keeps connections and the session cookie. */
export class Visitor {
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #cookie = '';
  #token = '';
  #hashes = new Map();

  constructor(origin) {
    this.origin = origin;
  }

  /** @returns {Promise<{ status: number, body: string, headers: object }>} */
  send(method, path, form) {
    const body =
      form && new URLSearchParams({ ...form, ...(this.#token && { _token: this.#token }) }).toString();
    return this.#exchange(method, path, body, 'application/x-www-form-urlencoded');
  }

  /**
   * Sends a second time, as browsers do, where a kept connection turns out to be closed: the server ends those that rest for
   * five seconds, which a process that counts the reference loop just then hears only once it has written into it. The
   * server has seen nothing of the first.
   */
  #exchange(method, path, body, type) {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        this.origin + path,
        {
          method,
          agent: this.#agent,
          headers: {
            'accept-encoding': 'gzip, deflate, br, zstd', // as browsers do
            ...(this.#cookie && { cookie: this.#cookie }),
            ...(body && {
              'content-type': type,
              origin: this.origin,
              'content-length': Buffer.byteLength(body),
            }),
          },
        },
        (response) => {
          const parts = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) this.#cookie = line.split(';')[0];
            resolve({ status: response.statusCode, body: Buffer.concat(parts), headers: response.headers });
          });
        },
      );
      outgoing.on('error', (error) => {
        const wasClosed = outgoing.reusedSocket && error.code === 'ECONNRESET' && !outgoing.res;
        if (wasClosed) resolve(this.#exchange(method, path, body, type));
        else reject(error);
      });
      outgoing.end(body);
    });
  }

  get(path) {
    return this.send('GET', path);
  }

  /** Asks as the script of a page does, by the hash of its document. @throws when it is refused */
  async operation(operationName, variables) {
    if (!this.#hashes.has(operationName)) this.#hashes.set(operationName, hashOf(operationName));
    const extensions = { persistedQuery: { version: 1, sha256Hash: this.#hashes.get(operationName) } };
    const asked = JSON.stringify({ operationName, variables, extensions });
    const answer = await this.#exchange('POST', '/graphql', asked, 'application/json');
    if (answer.status !== 200) throw new Error(`${operationName} answered ${answer.status}`);
    return answer;
  }

  /** Posts the plain form of a mutation. @returns {Promise<string>} where it led @throws when it was refused */
  async submit(mutation, fields) {
    const { status, headers } = await this.send('POST', `/form/${mutation}`, fields);
    if (status !== 303) throw new Error(`${mutation} was refused with ${status}`);
    return headers.location;
  }

  async signIn(mail, password) {
    await this.submit('signIn', { mail, password, _page: '/sign-in' });
    const { body, headers } = await this.get('/');
    const html = (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString();
    this.#token = /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    if (!this.#token) throw new Error('signed in, but the page bears no form token');
  }

  close() {
    this.#agent.destroy();
  }
}
