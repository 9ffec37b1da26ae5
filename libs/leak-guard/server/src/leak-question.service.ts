import { Injectable } from '@nestjs/common';
import {
  type Finding,
  findLeaks,
  hide,
  type HidingWords,
  LEAK_KINDS,
  PLAIN_SETTINGS,
} from '@kundig/leak-guard/rules';
import { InvalidInput, Translator, type RequestContext } from '@kundig/platform/server';
import type { LeakAnswer } from './leak-answer.js';

/** Texts of an input, and what its author has answered. */
interface Written {
  readonly title?: string;
  readonly body: string;
  readonly details?: readonly string[];
  readonly leaks?: LeakAnswer | null;
}

/** Places that are named in the question, and the longest text of one, in characters. */
const [MOST_NAMED, LONGEST_NAMED] = [10, 48];

const hardFindings = (text: string) =>
  findLeaks(text, PLAIN_SETTINGS).filter(({ hardness }) => hardness === 'hard');

const shortened = (text: string) =>
  text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED - 1)}…` : text;

/**
 * Asks an author once about what should be nobody's to read, with the rules that ran in the browser before: for those
 * who came without scripts, and for what was sent past the page. Nobody is kept from writing by it.
 */
@Injectable()
export class LeakQuestion {
  constructor(private readonly translator: Translator) {}

  /**
   * @param publishedBefore texts that are to be read already, of which nobody is asked again; fetched only if need be
   * @returns the input without the answer, as it is to be kept: unchanged, or with words for what was found where the author wants that
   * @throws InvalidInput on the field `leaks`, naming the places, when something was found and nothing answered
   */
  async settle<Input extends Written>(
    ctx: RequestContext,
    { leaks, ...input }: Input,
    publishedBefore: () => Promise<readonly string[]> = async () => [],
  ): Promise<Omit<Input, 'leaks'>> {
    if (leaks === 'leave') return input;
    const texts = [input.title, input.body, ...(input.details ?? [])].filter((text) => text !== undefined);
    const found = texts.flatMap((text) => hardFindings(text).map((finding) => ({ text, finding })));
    if (found.length === 0) return input;
    if (leaks === 'hide') return this.hidden(ctx, input);
    const known = new Set((await publishedBefore()).flatMap(hardFindings).map(({ key }) => key));
    const open = found.filter(({ finding }) => !known.has(finding.key));
    if (open.length === 0) return input;
    const places = open.slice(0, MOST_NAMED).map((place) => this.named(ctx, place));
    throw new InvalidInput('leaks', 'leak-guard:error.found', {
      count: open.length,
      places: places.join(', ') + (open.length > MOST_NAMED ? ' …' : ''),
    });
  }

  private hidden<Input extends Omit<Written, 'leaks'>>(ctx: RequestContext, input: Input): Input {
    const words = Object.fromEntries(
      LEAK_KINDS.map((kind) => [kind, this.translator.translate(ctx.locale, `leak-guard:kind.${kind}`)]),
    ) as HidingWords;
    const without = (text: string) => hide(text, hardFindings(text), words);
    return {
      ...input,
      ...(input.title !== undefined && { title: without(input.title) }),
      body: without(input.body),
      ...(input.details && { details: input.details.map(without) }),
    };
  }

  private named(ctx: RequestContext, { text, finding }: { text: string; finding: Finding }): string {
    const kind = this.translator.translate(ctx.locale, `leak-guard:kind.${finding.kind}`);
    return `${kind} (${shortened(text.slice(finding.start, finding.end))})`;
  }
}
