import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** What a reader of both languages must find alike. */
function outline(name: string, language: 'de' | 'en') {
  const text = readFileSync(join(import.meta.dirname, `${name}.${language}.md`), 'utf8');
  return {
    version: /^---\nversion: (\d{4}-\d{2}-\d{2})\n---\n\n# \S/.exec(text)?.[1],
    headings: text.match(/^#+ /gm)?.map((heading) => heading.length),
    listItems: text.match(/^(?:-|\d+\.) /gm)?.length,
    tableRows: text.match(/^\| /gm)?.length,
    gapsForTheOperator: text.match(/\[[^\]]+\]/g)?.length,
  };
}

describe.each(['netiquette', 'privacy', 'imprint', 'accessibility', 'terms'])('the text %s', (name) => {
  it('bears a version and says the same in German and English', () => {
    const german = outline(name, 'de');
    expect(german.version).toBeDefined();
    expect(german.gapsForTheOperator).toBeGreaterThan(0);
    expect(outline(name, 'en')).toEqual(german);
  });
});
