import { describe, expect, it } from '@jest/globals';
import { findLeaks } from './find-leaks.js';
import { PLAIN_SETTINGS } from './settings.js';
import { ANNOUNCED_NUMBERS } from './testing/marked-texts/announced-numbers.js';
import { CHECKED_NUMBERS } from './testing/marked-texts/checked-numbers.js';
import { EVERYDAY_ANNOUNCEMENTS } from './testing/marked-texts/everyday-announcements.js';
import { unmarked } from './testing/marked-texts/marked-text.js';
import { NOTHING_TO_FIND } from './testing/marked-texts/nothing-to-find.js';
import { NOTHING_TOLD } from './testing/marked-texts/nothing-told.js';
import { PHONE_NUMBERS } from './testing/marked-texts/phone-numbers.js';
import { SECRETS } from './testing/marked-texts/secrets.js';
import { TOLD_NUMBERS } from './testing/marked-texts/told-numbers.js';
import { TOLD_SECRETS } from './testing/marked-texts/told-secrets.js';

const FAMILIES = [
  ANNOUNCED_NUMBERS,
  EVERYDAY_ANNOUNCEMENTS,
  CHECKED_NUMBERS,
  PHONE_NUMBERS,
  SECRETS,
  TOLD_NUMBERS,
  TOLD_SECRETS,
  NOTHING_TO_FIND,
  NOTHING_TOLD,
];

const hardFindings = (text: string) =>
  findLeaks(text, PLAIN_SETTINGS)
    .filter(({ hardness }) => hardness === 'hard')
    .map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe.each(FAMILIES.flatMap((family) => Object.entries(family)))(
  '%s as customers write it',
  (kind, texts) => {
    it.each(texts)('%s', (marked) => {
      const { text, values } = unmarked(marked);
      expect(hardFindings(text)).toEqual(values.map((value) => [kind, value]));
    });
  },
);
