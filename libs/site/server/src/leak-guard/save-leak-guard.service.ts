import { Injectable } from '@nestjs/common';
import { compilePattern, InvalidPattern, LEAK_KINDS, type LeakKind } from '@kundig/leak-guard/rules';
import type { OperatorGuardSettings } from '@kundig/leak-guard/server';
import { InvalidInput, Translator, type InputFault, type RequestContext } from '@kundig/platform/server';
import type { Facts } from '../changes/difference.js';
import { SiteChange } from '../changes/site-change.js';
import { SiteRepository } from '../storage/site.repository.js';

/** Fields of the operator's own numbers, and the kind each of them describes. */
export const PATTERN_FIELDS = {
  customerPatterns: 'customer-number',
  contractPatterns: 'contract-number',
  ticketPatterns: 'ticket-number',
} as const satisfies Record<string, LeakKind>;

type PatternField = keyof typeof PATTERN_FIELDS;

const patternFields = Object.keys(PATTERN_FIELDS) as PatternField[];

export interface SaveLeakGuard extends Readonly<Record<PatternField, readonly string[]>> {
  /** Kinds that are looked for. */
  readonly kinds: readonly LeakKind[];
  /** Whether what is found must go from texts of the team and the FAQ. */
  readonly binding: boolean;
  readonly hotlines: readonly string[];
  readonly domains: readonly string[];
}

/** Sets what the leak guard looks for, and which numbers and domains are the operator's own. */
@Injectable()
export class SaveLeakGuardService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
    private readonly translator: Translator,
  ) {}

  /**
   * Safe to repeat.
   * @throws InvalidInput a pattern that cannot be used, naming its line
   * @throws NotFound     for everybody but administrators
   */
  execute(ctx: RequestContext, input: SaveLeakGuard): Promise<void> {
    return this.change.execute(ctx, async (tx, { leakGuard: before }) => {
      const [first, ...others] = patternFields.flatMap((field) => faultIn(field, input[field]) ?? []);
      if (first) throw new InvalidInput(first.field, first.messageKey, first.params, others);
      const after: OperatorGuardSettings = {
        off: LEAK_KINDS.filter((kind) => !input.kinds.includes(kind)),
        binding: input.binding,
        patterns: patternFields.flatMap((field) =>
          input[field].map((pattern) => ({ kind: PATTERN_FIELDS[field], pattern })),
        ),
        hotlines: input.hotlines,
        domains: input.domains,
      };
      await this.site.saveLeakGuard(tx, after);
      return {
        ...{ action: 'leak-guard-changed', page: 'leak-guard' },
        ...{ before: this.factsOf(tx, before), after: this.factsOf(tx, after) },
      };
    });
  }

  /** What the audit log tells of the settings. */
  private factsOf({ locale }: RequestContext, guard: OperatorGuardSettings): Facts {
    const word = (kind: LeakKind) => this.translator.translate(locale, `leak-guard:kind.${kind}`);
    return {
      guardOff: guard.off.map(word).join(', '),
      guardBinding: guard.binding,
      ...Object.fromEntries(patternFields.map((field) => [field, patternsOf(guard, field).join(', ')])),
      hotlines: guard.hotlines.join(', '),
      domains: guard.domains.join(', '),
    };
  }
}

/** @returns the patterns of one field, as they were written */
export const patternsOf = ({ patterns }: OperatorGuardSettings, field: PatternField): string[] =>
  patterns.filter(({ kind }) => kind === PATTERN_FIELDS[field]).map(({ pattern }) => pattern);

/** The first pattern of a field that cannot be used. */
function faultIn(field: PatternField, patterns: readonly string[]): InputFault | null {
  for (const [index, pattern] of patterns.entries())
    try {
      compilePattern(pattern);
    } catch (error) {
      if (!(error instanceof InvalidPattern)) throw error;
      return { field, messageKey: `site:pattern.${error.problem}`, params: { line: index + 1 } };
    }
  return null;
}
