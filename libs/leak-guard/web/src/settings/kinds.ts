import type { LeakKind as NamedKind } from '@kundig/api-contract';
import type { LeakKind } from '@kundig/leak-guard/rules';

/** @returns a kind of the API by its name in the rules */
export const ruleKind = (kind: NamedKind): LeakKind => kind.toLowerCase().replaceAll('_', '-') as LeakKind;

/** @returns a kind of the rules by its name in the API */
export const namedKind = (kind: LeakKind): NamedKind => kind.toUpperCase().replaceAll('-', '_') as NamedKind;
