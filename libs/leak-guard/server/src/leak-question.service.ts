import { Injectable } from '@nestjs/common';
import {
  type Finding,
  findLeaks,
  type GuardSettings,
  hide,
  type HidingWords,
  LEAK_KINDS,
  type LeakKind,
} from '@kundig/leak-guard/rules';
import { InvalidInput, Translator, type RequestContext } from '@kundig/platform/server';
import type { LeakAnswer } from './leak-answer.js';
import { OperatorGuard } from './operator-guard.js';
import { OwnTraces } from './own-traces.service.js';

/** Texts of an input, and what its author has answered. */
interface Written {
  readonly title?: string;
  readonly body: string;
  readonly details?: readonly string[];
  readonly leaks?: LeakAnswer | null;
  readonly leaksHidden?: readonly LeakKind[] | null;
}

/** An input as it is to be kept, without the answer. */
type Settled<Input extends Written> = Omit<Input, 'leaks' | 'leaksHidden'>;

/** Places that are named in the question, and the longest text of one, in characters. */
const [MOST_NAMED, LONGEST_NAMED] = [10, 48];

/** Something found, and the text it stands in. */
interface Place {
  readonly text: string;
  readonly finding: Finding;
}

const hardFindings = (text: string, settings: GuardSettings): Finding[] =>
  findLeaks(text, settings).filter(({ hardness }) => hardness === 'hard');

function placesIn({ title, body, details = [] }: Settled<Written>, settings: GuardSettings): Place[] {
  const texts = [title, body, ...details].filter((text) => text !== undefined);
  return texts.flatMap((text) => hardFindings(text, settings).map((finding) => ({ text, finding })));
}

/** @returns the places of which nothing is published yet */
async function unknown(
  found: readonly Place[],
  settings: GuardSettings,
  publishedBefore: () => Promise<readonly string[]>,
): Promise<readonly Place[]> {
  if (found.length === 0) return found;
  const published = (await publishedBefore()).flatMap((text) => hardFindings(text, settings));
  const known = new Set(published.map(({ key }) => key));
  return found.filter(({ finding }) => !known.has(finding.key));
}

const kindsOf = (places: readonly Place[]): LeakKind[] => places.map(({ finding }) => finding.kind);

/** What the author is asked, or told. */
type Question = `leak-guard:error.${'found' | 'foundUnchanged' | 'bound'}`;

const shortened = (text: string) =>
  text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED - 1)}…` : text;

/**
 * Asks an author once about what should be nobody's to read, with the rules that ran in the browser before: for those
 * who came without scripts, and for what was sent past the page. No customer is kept from writing by it.
 */
@Injectable()
export class LeakQuestion {
  constructor(
    private readonly operator: OperatorGuard,
    private readonly traces: OwnTraces,
    private readonly translator: Translator,
  ) {}

  /**
   * Has a text written as its author wants it, and counts what became of the places in it once it is.
   * @param write           takes the input without the answer: unchanged, or with words for what was found
   * @param publishedBefore texts that are to be read already, of which nobody is asked again; fetched only if need be
   * @returns what `write` returns
   * @throws InvalidInput on the field `leaks`, naming the places, when something was found and nothing answered, or it
   *   must go
   */
  async settle<Input extends Written, Result>(
    ctx: RequestContext,
    { leaks, leaksHidden, ...input }: Input,
    write: (settled: Settled<Input>) => Promise<Result>,
    publishedBefore: () => Promise<readonly string[]> = async () => [],
  ): Promise<Result> {
    const settings = this.settingsFor(ctx);
    const found = placesIn(input, settings);
    const hiding = leaks === 'hide' ? found : [];
    const open = leaks === 'hide' ? [] : await unknown(found, settings, publishedBefore);
    this.askAbout(ctx, open, leaks, 'leak-guard:error.found');

    const written = await write(hiding.length > 0 ? this.hidden(ctx, input, settings) : input);
    await this.operator.count(ctx, 'hide', [...(leaksHidden ?? []), ...kindsOf(hiding)]);
    await this.operator.count(ctx, 'leave', kindsOf(open));
    return written;
  }

  /**
   * The same for what nothing can be hidden in, such as a PDF: it goes as it is, or not at all.
   * @throws InvalidInput on the field `leaks`, also when the answer was to hide
   */
  async settleUnchanged<Result>(
    ctx: RequestContext,
    { leaks, ...input }: Pick<Written, 'body' | 'leaks'>,
    write: () => Promise<Result>,
  ): Promise<Result> {
    const found = placesIn(input, this.settingsFor(ctx));
    this.askAbout(ctx, found, leaks === 'hide' ? null : leaks, 'leak-guard:error.foundUnchanged');
    const written = await write();
    await this.operator.count(ctx, 'leave', kindsOf(found));
    return written;
  }

  /**
   * For texts that go out as the operator's own, whoever wrote them first. Nobody is asked; where the operator demands it, what
   * is found has to go.
   * @param texts by the field of the input they stand in
   * @throws InvalidInput on the first field with such places, naming them
   */
  refuseBound(ctx: RequestContext, texts: Readonly<Record<string, string>>): void {
    if (!this.operator.settings.binding) return;
    for (const [field, body] of Object.entries(texts)) {
      const found = placesIn({ body }, this.settingsFor(ctx));
      if (found.length > 0) throw this.refusal(ctx, found, field, 'leak-guard:error.bound');
    }
  }

  /** @throws InvalidInput when nothing was answered, and where the operator lets nobody leave what was found */
  private askAbout(
    ctx: RequestContext,
    open: readonly Place[],
    answer: LeakAnswer | null | undefined,
    messageKey: Question,
  ): void {
    if (open.length === 0) return;
    if (this.traces.bound(ctx)) throw this.refusal(ctx, open, 'leaks', 'leak-guard:error.bound');
    if (answer !== 'leave') throw this.refusal(ctx, open, 'leaks', messageKey);
  }

  /** What of the author's own account is looked for, and what the operator has set. */
  private settingsFor(ctx: RequestContext): GuardSettings {
    const { off, ...operator } = this.operator.settings;
    return { author: this.traces.of(ctx), operator, off };
  }

  private refusal(
    ctx: RequestContext,
    open: readonly Place[],
    field: string,
    messageKey: Question,
  ): InvalidInput {
    const places = open.slice(0, MOST_NAMED).map((place) => this.named(ctx, place));
    return new InvalidInput(field, messageKey, {
      count: open.length,
      places: places.join(', ') + (open.length > MOST_NAMED ? ' …' : ''),
    });
  }

  private hidden<Input extends Settled<Written>>(
    ctx: RequestContext,
    input: Input,
    settings: GuardSettings,
  ): Input {
    const words = Object.fromEntries(
      LEAK_KINDS.map((kind) => [kind, this.translator.translate(ctx.locale, `leak-guard:kind.${kind}`)]),
    ) as HidingWords;
    const without = (text: string) => hide(text, hardFindings(text, settings), words);
    return {
      ...input,
      ...(input.title !== undefined && { title: without(input.title) }),
      body: without(input.body),
      ...(input.details && { details: input.details.map(without) }),
    };
  }

  private named(ctx: RequestContext, { text, finding }: Place): string {
    const kind = this.translator.translate(ctx.locale, `leak-guard:kind.${finding.kind}`);
    return `${kind} (${shortened(text.slice(finding.start, finding.end))})`;
  }
}
