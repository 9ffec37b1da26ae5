import type { StateCore, Token } from 'markdown-it';

/** A name after an @ that begins a word: not the middle of a mail address, nor of a path. */
const MENTION = /(?<![\p{L}\p{M}\p{N}._@/-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,28}[\p{L}\p{M}\p{N}])/gu;

/** Names of one text that are looked up; nobody means more people than that. */
const MOST_NAMES = 20;

/** What travels with a rendering that is to know members. */
export interface MentionEnvironment {
  /** Filled with the names that stand after an @, in small letters. */
  mentioned?: Set<string>;
  /** Path of each member's page by the name in small letters. */
  memberPaths?: ReadonlyMap<string, string>;
}

/** Makes `@Kranich42` a link to that member's page. In code and inside links an @ is an @. */
export function linkMentions(state: StateCore): void {
  const { mentioned, memberPaths } = state.env as MentionEnvironment;
  if (!mentioned && !memberPaths) return;
  for (const block of state.tokens) {
    let linkDepth = 0;
    block.children &&= block.children.flatMap((token) => {
      if (token.type === 'link_open') linkDepth += 1;
      if (token.type === 'link_close') linkDepth -= 1;
      if (token.type !== 'text' || linkDepth > 0 || !token.content.includes('@')) return [token];
      return linked(state, token, mentioned, memberPaths);
    });
  }
}

function linked(
  state: StateCore,
  { content }: Token,
  mentioned: Set<string> | undefined,
  memberPaths: ReadonlyMap<string, string> | undefined,
): Token[] {
  const tokens: Token[] = [];
  let rest = 0;
  for (const { 0: whole, 1: name = '', index } of content.matchAll(MENTION)) {
    const known = name.toLowerCase();
    if (mentioned && mentioned.size < MOST_NAMES) mentioned.add(known);
    const path = memberPaths?.get(known);
    if (path === undefined) continue;
    const open = new state.Token('link_open', 'a', 1);
    open.attrSet('href', path);
    tokens.push(
      textOf(state, content.slice(rest, index)),
      open,
      textOf(state, whole),
      new state.Token('link_close', 'a', -1),
    );
    rest = index + whole.length;
  }
  return [...tokens, textOf(state, content.slice(rest))];
}

function textOf(state: StateCore, content: string): Token {
  const text = new state.Token('text', '', 0);
  text.content = content;
  return text;
}
