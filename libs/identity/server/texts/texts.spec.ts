import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONFIRM_WITHIN_HOURS } from '../src/accounts/register.service.js';
import { gapsIn } from '../src/texts/text-gaps.js';
import { TEXT_QUESTIONS } from '../src/texts/text-questions.js';

const TEXTS = ['netiquette', 'privacy', 'imprint', 'accessibility', 'terms'];

const read = (name: string, language: 'de' | 'en') =>
  readFileSync(join(import.meta.dirname, `${name}.${language}.md`), 'utf8');

/** What a reader of both languages must find alike. */
function outline(name: string, language: 'de' | 'en') {
  const text = read(name, language);
  return {
    version: /^---\nversion: (\d{4}-\d{2}-\d{2})\n---\n\n# \S/.exec(text)?.[1],
    headings: text.match(/^#+ /gm)?.map((heading) => heading.length),
    listItems: text.match(/^(?:-|\d+\.) /gm)?.length,
    tableRows: text.match(/^\| /gm)?.length,
    gapsForTheOperator: gapsIn(text).map((gap) =>
      TEXT_QUESTIONS.findIndex((question) => question[language].gap === gap),
    ),
  };
}

describe.each(TEXTS)('the text %s', (name) => {
  it('bears a version and says the same in German and English', () => {
    const german = outline(name, 'de');
    expect(german.version).toBeDefined();
    expect(german.gapsForTheOperator.length).toBeGreaterThan(0);
    expect(outline(name, 'en')).toEqual(german);
  });

  it('asks only what we can explain', () => {
    expect(outline(name, 'de').gapsForTheOperator).not.toContain(-1);
  });
});

describe('questions of the texts', () => {
  it.each(['de', 'en'] as const)('are asked somewhere, each by words of its own (%s)', (language) => {
    const asked = TEXTS.flatMap((name) => gapsIn(read(name, language)));
    const gaps = TEXT_QUESTIONS.map((question) => question[language].gap);
    expect(new Set(gaps).size).toBe(gaps.length);
    expect(asked).toEqual(expect.arrayContaining(gaps));
  });

  it('leave out what the product decides', () => {
    expect(read('privacy', 'de')).toContain(
      `Nicht bestätigte Registrierungen: ${CONFIRM_WITHIN_HOURS} Stunden.`,
    );
    expect(read('privacy', 'en')).toContain(`Unconfirmed registrations: ${CONFIRM_WITHIN_HOURS} hours.`);
  });
});
