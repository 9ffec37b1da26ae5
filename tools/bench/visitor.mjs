import { Agent, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

/** A browser without a screen: keeps connections and the session cookie. */
export class Visitor {
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #cookie = '';
  #token = '';

  constructor(origin) {
    this.origin = origin;
  }

  /**
   * Sends a second time, as browsers do, where a kept connection turns out to be closed: the server ends those that rest for
   * five seconds, which a process that counts the reference loop just then hears only once it has written into it. The
   * server has seen nothing of the first.
   * @returns {Promise<{ status: number, body: string, headers: object }>}
   */
  send(method, path, form) {
    const body =
      form && new URLSearchParams({ ...form, ...(this.#token && { _token: this.#token }) }).toString();
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
              'content-type': 'application/x-www-form-urlencoded',
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
        if (wasClosed) resolve(this.send(method, path, form));
        else reject(error);
      });
      outgoing.end(body);
    });
  }

  get(path) {
    return this.send('GET', path);
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
