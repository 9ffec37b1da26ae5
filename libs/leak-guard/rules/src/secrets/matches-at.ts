/**
 * Where a word begins, each place also within another: expressions that all begin with it share the search for it.
 * @param word with the flag `g`
 */
export function placesOf(text: string, word: RegExp): readonly number[] {
  const places: number[] = [];
  word.lastIndex = 0;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    places.push(match.index);
    word.lastIndex = match.index + 1;
  }
  return places;
}

/**
 * What `matchAll` would find, of an expression that can match at these places alone.
 * @param places     of the word with which the expression begins, in order
 * @param expression with the flag `y`
 */
export function* matchesAt(
  text: string,
  places: readonly number[],
  expression: RegExp,
): Iterable<RegExpExecArray> {
  let done = 0;
  for (const place of places) {
    if (place < done) continue;
    expression.lastIndex = place;
    const match = expression.exec(text);
    if (!match) continue;
    done = place + match[0].length;
    yield match;
  }
}
