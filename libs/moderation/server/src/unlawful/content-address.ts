/** What an address of this community says it leads to; whether that is there, and for whom, stands on another page. */
export type ContentAddress =
  | { readonly kind: 'post' | 'comment' | 'thread'; readonly publicId: string }
  | { readonly kind: 'article' | 'elsewhere' };

const readId = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1];

/**
 * @param address absolute, or beginning with a slash
 * @param base    of this community
 * @returns null for an address of another site, and for what is none
 */
export function urlOf(address: string, base: string): URL | null {
  const isAddress = /^(https?:\/)?\//i.test(address) && URL.canParse(address, base);
  const url = isAddress ? new URL(address, base) : null;
  return url?.origin === new URL(base).origin ? url : null;
}

/** The anchor names what is meant where the page shows several. */
export function contentAddressOf({ pathname, hash }: URL): ContentAddress {
  const path = pathname.replace(/^\/en(?=\/)/, '');
  const commentId = readId(/^#c-(\w{1,64})$/, hash);
  if (commentId) return { kind: 'comment', publicId: commentId };
  const postId = readId(/^\/p\/(\w{1,64})/, path) ?? readId(/^#p-(\w{1,64})$/, hash);
  if (postId) return { kind: 'post', publicId: postId };
  const threadId = readId(/^\/t\/[^/]*\/(\w{1,64})/, path);
  if (threadId) return { kind: 'thread', publicId: threadId };
  return { kind: /^\/blog\/(?!(tag|comment)\/)[^/]+\/\w{1,64}\/?$/.test(path) ? 'article' : 'elsewhere' };
}
