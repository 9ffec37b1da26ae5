import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { SYNONYM_LIMITS } from './synonym.limits.js';
import { SynonymRepository } from './synonym.repository.js';

/** Reads a group as staff writes it. */
@Injectable()
export class WrittenSynonyms {
  constructor(private readonly synonyms: SynonymRepository) {}

  /**
   * @param text a word on each line, or between commas
   * @returns the words, without blank ends
   * @throws InvalidInput on `words`: too few or many, one of them too short or too long, or there in two forms
   */
  async read(ctx: RequestContext, text: string): Promise<string[]> {
    const words = wordsIn(text);
    const [repeated] = await this.synonyms.repeated(ctx, words);
    if (repeated !== undefined)
      throw new InvalidInput('words', 'search:error.synonymRepeated', { word: repeated });
    return words;
  }
}

function wordsIn(text: string): string[] {
  const { wordsMin, wordsMax, wordLengthMin, wordLengthMax } = SYNONYM_LIMITS;
  const words = text
    .split(/[\n,;]/)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '');
  if (words.length < wordsMin || words.length > wordsMax)
    throw new InvalidInput('words', 'search:error.synonymCount', { min: wordsMin, max: wordsMax });
  const wrong = words.find((word) => {
    const { length } = [...word];
    return length < wordLengthMin || length > wordLengthMax || !/[\p{L}\p{N}]/u.test(word);
  });
  if (wrong !== undefined)
    throw new InvalidInput('words', 'search:error.synonymLength', {
      ...{ word: wrong.slice(0, wordLengthMax), min: wordLengthMin, max: wordLengthMax },
    });
  return words;
}
