const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * An answer without what is random in it each time: nonces, ids of forms, cursors, and which of a page's two operations
 * ended first. What is left must not depend on what the reader may not know.
 */
export function canonical(text: string): string {
  const seen = new Map<string, string>();
  const withoutCursors = text.replace(/"endCursor":"[\w-]+"/g, '"endCursor":"[cursor]"');
  return stateInOrder(withoutCursors, '[id]')
    .replace(/nonce-[\w+/=]+|nonce=\\?"[^"]+"/g, '[nonce]')
    .replace(UUID, (id) => {
      if (!seen.has(id)) seen.set(id, `[id ${seen.size}]`);
      return seen.get(id)!;
    });
}

/**
 * Sorts every list and object of a page's state: its operations write into it as they end.
 * @param id stands for every id there, where ids are random
 */
export const stateInOrder = (text: string, id?: string): string =>
  text.replace(
    /(id="state"[^>]*>)([^<]*)/,
    (_, tag: string, state: string) => tag + inOrder(id === undefined ? state : state.replace(UUID, id)),
  );

function inOrder(state: string): string {
  const sorted = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const items = Array.isArray(value) ? value : Object.entries(value);
    return items.map(sorted).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  };
  return JSON.stringify(sorted(JSON.parse(state)));
}
