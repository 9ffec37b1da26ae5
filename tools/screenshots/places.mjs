import { Problem } from '../lib/problem.mjs';
import { NICKNAMES } from './people.mjs';

/** An id that nothing has. */
const MISSING = 'missing';

/** @returns what a pattern finds first in the page of an address; where there is nothing, an id that nothing has */
async function first(person, address, pattern) {
  const found = pattern.exec(await (await person.request.get(address)).text());
  return found?.[1] ?? MISSING;
}

/** @throws Problem naming the places that the demo does not have, whose pages would show that they do not exist */
export function assertAllPlaces(places) {
  const missing = Object.keys(places).filter((name) => places[name] === MISSING);
  if (missing.length > 0) throw new Problem(`The demo has no ${missing.join(', ')}.`);
}

/**
 * Finds the places of the demo that pages show, by the links a reader would follow.
 * @param {{ visitor: BrowserContext, member: BrowserContext, moderator: BrowserContext, administrator: BrowserContext }} people
 * @returns {Promise<Record<string, string>>} an address, or the id of a post or comment, by the name of the place
 */
export async function findPlaces({ visitor, member, moderator, administrator }) {
  const thread = /href="(\/t\/[^"?#]+)"/;
  const board = await first(visitor, '/', /href="(\/b\/telefonie\/[^"?#]+)"/);
  const article = await first(visitor, '/blog', /href="(\/blog\/(?!tag\/)[^"/]+\/[^"/]+)"/);
  const solved = await first(visitor, `${board}?state=solved`, thread);
  const open = await first(visitor, '/?state=open', thread);
  const openingOf = async (tag, beginning) => {
    const address = await first(visitor, `/tag/${tag}`, new RegExp(`href="(/t/${beginning}[^"?#]+)"`));
    return first(visitor, address, /id="p-([^"]+)"/);
  };
  const ownPost = await first(member, '/mine', /href="[^"]+#p-([^"]+)"/);
  return {
    nickname: NICKNAMES.member,
    board,
    solved,
    smallBoard: await first(visitor, '/', /href="(\/b\/community\/[^"?#]+)"/),
    open,
    openId: open.split('/').at(-1),
    post: await first(visitor, solved, /id="p-(?:[^"]+)"[\s\S]*?id="p-([^"]+)"/),
    anonymousPost: await openingOf('rufnummernblock', 'kann-man-nur-einen-teil'),
    revealedPost: await openingOf('portierung', 'portierung-abgelehnt'),
    waitingPost: await openingOf('phishing', 'auf-phishing-hereingefallen'),
    ownPost,
    objectedPost: await first(member, '/mine', new RegExp(`href="[^"]+#p-((?!${ownPost}")[^"]+)"`)),
    ownPersona: await first(member, '/settings/personas', /href="\/settings\/personas\/([^"/?]+)\/give-up"/),
    ownPersonaThread: await first(
      member,
      '/settings/personas',
      /href="\/settings\/who-sees-what\?thread=([^"&]+)"/,
    ),
    article,
    comment: await first(visitor, article, /id="c-([^"]+)"/),
    ownComment: await first(member, article, /href="\/blog\/comment\/([^"/]+)\/delete"/),
    faqEntry: await first(visitor, '/faq', /href="(\/faq\/[^"]+)"/),
    deskArticle: await first(moderator, '/desk/blog', /href="(\/desk\/blog\/(?!new)[^"]+)"/),
    adminBoard: await first(administrator, '/admin/boards', /href="(\/admin\/boards\/(?!new)[^"]+)"/),
    adminGroup: await first(administrator, '/admin/groups', /href="(\/admin\/groups\/[^"]+)"/),
  };
}
