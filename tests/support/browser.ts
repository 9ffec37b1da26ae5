import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
}

/** What one request may say beyond its address. */
export interface Wish {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Answer of the GraphQL endpoint. */
export interface GraphAnswer<Data = Record<string, unknown>> {
  readonly data?: Data | null;
  readonly errors?: { message: string; path?: unknown[]; extensions?: { code?: string } }[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** One person's browser: real HTTP, cookies of its own, and the token its session's pages carry. Follows no redirect. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** What the forms of this session send along; read from a page by `readToken`. */
  formToken: string | undefined;

  /**
   * @param origin address of the web process, such as `http://127.0.0.1:4711`
   * @param always headers of every request, such as a proxy would add
   */
  constructor(
    readonly origin: string,
    private readonly always: Readonly<Record<string, string>> = {},
  ) {}

  /** Ends the connections that were kept for all browsers. */
  static closeAll(): void {
    agent.destroy();
  }

  send(path: string, { method = 'GET', headers = {}, body }: Wish = {}): Promise<Answer> {
    const { hostname, port } = new URL(this.origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          ...{ agent, hostname, port, path, method },
          headers: {
            ...(cookie ? { cookie } : {}),
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
            ...this.always,
            ...headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            this.keepCookies(incoming.headers['set-cookie'] ?? []);
            const bytes = Buffer.concat(chunks);
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text: bytes.toString(),
              bytes,
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  /** Posts a plain form as a page of ours would: from this origin, with the session's token. */
  form(
    path: string,
    fields: Readonly<Record<string, string>> | URLSearchParams,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const body = new URLSearchParams(fields as URLSearchParams);
    if (this.formToken !== undefined && !body.has('_token')) body.set('_token', this.formToken);
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.origin, ...headers },
      body: body.toString(),
    });
  }

  /** Sends an operation as the browser's client would. */
  async graphql<Data = Record<string, unknown>>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphAnswer<Data>> {
    const answer = await this.operation({ query, variables }, headers);
    return JSON.parse(answer.text) as GraphAnswer<Data>;
  }

  /** The same with any body, and the answer as it came. */
  operation(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.origin,
        ...(this.formToken === undefined ? {} : { 'x-kundig-form': this.formToken }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** Signs in with the plain form. @returns the answer, which leads to `next` when it worked */
  async signIn(mail: string, password: string, next = '/'): Promise<Answer> {
    const answer = await this.form('/form/signIn', { _page: '/sign-in', mail, password, next });
    if (answer.status === 303) await this.readToken();
    return answer;
  }

  /** Reads the token of the session from a page with forms; visitors' pages have none. */
  async readToken(): Promise<void> {
    const { text } = await this.get('/imprint');
    this.formToken = /name="_token"[^>]*value="([^"]+)"/.exec(text)?.[1];
  }

  private keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const gone = attributes.some((attribute) => /^\s*expires=Thu, 01 Jan 1970/i.test(attribute));
      if (gone || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
