import { registerEnumType } from '@nestjs/graphql';
import { LEAK_KINDS, type LeakKind } from '@kundig/leak-guard/rules';

/** The kinds of the rules by their names in the API: `VAT_NUMBER` is `vat-number`. */
export const LeakKindEnum = Object.fromEntries(
  LEAK_KINDS.map((kind) => [kind.toUpperCase().replaceAll('-', '_'), kind]),
) as Readonly<Record<string, LeakKind>>;
registerEnumType(LeakKindEnum, {
  name: 'LeakKind',
  description: 'What in a text may be nobody’s to read.',
});
