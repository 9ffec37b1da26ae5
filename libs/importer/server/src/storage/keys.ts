import type { Randomness } from '@kundig/platform/server';
import type { ItemKind, Source } from './import.repository.js';

/**
 * The key that something of an old site has here, the same in every run. It follows from the id of the source, which is
 * random, so nobody else can compute it.
 */
export const keyOf = (random: Randomness, source: Source, kind: ItemKind, externalId: string): string =>
  random.repeatableUuid(source.id, kind, externalId);
