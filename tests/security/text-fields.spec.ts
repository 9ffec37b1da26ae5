import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { OWN_ATTACKS } from '../support/attack-strings.js';
import { Browser, type GraphAnswer } from '../support/browser.js';
import { fillWithCast, type Cast } from '../support/cast.js';
import { TestCommunity } from '../support/community.js';
import { dangersIn, learnOwnScript } from '../support/dangers.js';
import { outcomeOf, rootFieldsOf } from '../support/operations.js';
import { SECURITY_SIZE, sized } from '../support/security-size.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(3_600_000);

/** Stands before each attack, so that it is recognised where it is shown. */
const MARK = 'Ang7';

/** Short enough for a nickname, and one of each kind: an element, an attribute, a link, a script. */
const SHORT = [
  '<svg/onload=alert(1)>',
  '" onfocus="alert(1)',
  '[x](javascript:alert(1))',
  '\'"><script>x</script>',
];
const attacks = SECURITY_SIZE === 'full' ? [...SHORT, ...OWN_ATTACKS] : SHORT;

/** What would end the session of whoever tries it, or change its rights. */
const LEFT_OUT = ['signOut', 'signIn'];

/** So many pages are looked at from each door. */
const MOST_PAGES = sized(70, 400);
const DOORS = [
  '/',
  '/en',
  '/blog',
  '/faq',
  '/admin',
  '/desk/faq',
  '/desk/reports',
  '/desk/audit',
  '/desk/outbox',
  '/search?q=Ang7',
];

let community: TestCommunity;
let web: WebProcess;
let cast: Cast;
beforeAll(async () => {
  community = await TestCommunity.start();
  web = await WebProcess.start(community);
  cast = await fillWithCast(community, web, 2);
  learnOwnScript((await web.visitor().get('/imprint')).text);
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

it('no text field of the schema makes a program of what is written into it, on any page', async () => {
  const taken = await writeEverywhere();
  const seen = [...(await walk(cast.browsers.administrator)), ...(await walk(web.visitor()))];
  expect(seen.flatMap(({ path, dangers }) => dangers.map((danger) => `${path}: ${danger}`))).toEqual([]);
  // Otherwise the silence would mean nothing.
  expect(taken.size).toBeGreaterThan(8);
  expect(seen.filter(({ shown }) => shown).length).toBeGreaterThan(8);
});

/** Writes every attack into every text field as the administrator, in turn. @returns the mutations that took one */
async function writeEverywhere(): Promise<Set<string>> {
  const ids = {
    ...cast.secrets[0]!.ids,
    boardId: cast.open.publicId,
    threadId: cast.question.publicId,
    postId: cast.anonymousReply.publicId,
  };
  const taken = new Set<string>();
  const fields = rootFieldsOf(web.get(GraphQLSchemaHost).schema).filter(
    ({ root, name }) => root === 'Mutation' && !LEFT_OUT.includes(name),
  );
  for (const field of fields)
    for (const { path } of field.scalars.filter(({ type }) => type === 'String'))
      for (const attack of attacks) {
        const variables = withText(field.variables(ids), path, `${MARK} ${attack}`);
        const { text } = await cast.browsers.administrator.operation({ query: field.document, variables });
        if (outcomeOf(field.name, JSON.parse(text) as GraphAnswer) === 'ok') taken.add(field.name);
      }
  return taken;
}

/** @returns the variables with one text replaced */
function withText(
  variables: Record<string, unknown>,
  [name, ...rest]: readonly string[],
  text: string,
): Record<string, unknown> {
  const inner = variables[name!] as Record<string, unknown>;
  return { ...variables, [name!]: rest.length === 0 ? text : withText({ ...inner }, rest, text) };
}

interface Seen {
  readonly path: string;
  readonly dangers: string[];
  readonly shown: boolean;
}

/** Follows every link of our own from the doors on. */
async function walk(browser: Browser): Promise<Seen[]> {
  const paths = new Set(DOORS);
  const seen: Seen[] = [];
  for (const path of paths) {
    if (seen.length === MOST_PAGES) break;
    const { text, headers, status } = await browser.get(path);
    const isPage = String(headers['content-type']).startsWith('text/html');
    const dangers = [...(isPage ? dangersIn(text) : []), ...(status >= 500 ? [`answered ${status}`] : [])];
    seen.push({ path, dangers, shown: text.includes(MARK) });
    for (const [, link = ''] of text.matchAll(/href="(\/(?!assets|\/)[^"#]*)"/g))
      if (!/sign-in|register|scheme/.test(link)) paths.add(link.replaceAll('&amp;', '&'));
  }
  return seen;
}
