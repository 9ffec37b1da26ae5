import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ACCEPTED_TEXTS } from './legal-texts.js';

it.each(Object.entries(ACCEPTED_TEXTS))(
  'the version of %s that consents record is the one that is shown',
  (slug, version) => {
    const text = readFileSync(join(import.meta.dirname, '../../texts', `${slug}.de.md`), 'utf8');
    expect(/^version: (\S+)$/m.exec(text)?.[1]).toBe(version);
  },
);
