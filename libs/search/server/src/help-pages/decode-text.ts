/** @returns the text in the character set that was told, or in UTF-8 where nobody knows that one */
export function decoded(body: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
