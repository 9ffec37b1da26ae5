import type { HidingWords } from '@kundig/leak-guard/rules';
import type { Guard } from './guard.js';
import { type Place, type TextElement, write } from './places.js';

/** What a remedy works with. */
export interface FixContext {
  /** Places that were asked about. */
  readonly places: readonly Place[];
  readonly guard: Guard;
  readonly words: HidingWords;
}

/** What follows a remedy. */
export type FixOutcome =
  /** The text stays as it is and is sent. */
  | { readonly kind: 'send' }
  /** Texts were changed; they are looked at once more before they are sent. */
  | { readonly kind: 'changed'; readonly before: ReadonlyMap<TextElement, string> };

/** Something that can be done about all places at once. */
export interface Fix {
  readonly labelKey: 'fix.hide' | 'fix.leave';
  readonly look: 'filled' | 'outline';
  /** Whether what was found stays: nothing for those whom the operator binds. */
  readonly leaves: boolean;
  apply(context: FixContext): Promise<FixOutcome> | FixOutcome;
}

const hideAll: Fix = {
  labelKey: 'fix.hide',
  look: 'filled',
  leaves: false,
  async apply({ places, guard, words }) {
    const before = new Map<TextElement, string>();
    for (const field of new Set(places.map((place) => place.field))) {
      const findings = places.filter((place) => place.field === field).map(({ finding }) => finding);
      const hidden = await guard.hide(field.value, findings, words);
      if (hidden === null) continue;
      before.set(field, field.value);
      write(field, hidden);
    }
    return { kind: 'changed', before };
  },
};

const leaveAll: Fix = {
  labelKey: 'fix.leave',
  look: 'outline',
  leaves: true,
  apply: () => ({ kind: 'send' }),
};

/** What is offered when something was found, in this order; another remedy is one more entry. */
export const FIXES: readonly Fix[] = [hideAll, leaveAll];
