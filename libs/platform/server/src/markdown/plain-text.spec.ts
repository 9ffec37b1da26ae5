import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerpt, firstLine, plainTextOfHtml, plainTextOfMarkdown } from './plain-text.js';

describe('plain text', () => {
  it('has a line for each paragraph, item, row and line of code, without marks', () => {
    const source =
      '# Titel\n\n*Hallo* & <b>\nWelt\n\n- [x] eins\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![Plan](/files/p.png)\n\n```\nx\ny\n```';
    expect(plainTextOfMarkdown(source)).toBe('Titel\nHallo & <b>\nWelt\n☑ eins\na b\n1 2\nPlan\nx\ny');
  });

  it('leaves out scripts and styles of foreign HTML, and keeps what only looks like markup', () => {
    expect(plainTextOfHtml('<p>a<script>x()</script><style>p{}</style></p>&lt;p&gt; &amp;amp;')).toBe(
      'a\n<p> &amp;',
    );
  });
});

describe('excerpt', () => {
  it.each([
    ['kurz', 10, 'kurz'],
    ['Die Leitung bricht ab', 15, 'Die Leitung…'],
    ['Die Leitung, sie bricht', 13, 'Die Leitung…'],
    ['Donaudampfschifffahrt', 8, 'Donauda…'],
    ['a  b\n\nc', 10, 'a b c'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15, '👩‍👩‍👧‍👦…'],
  ])('of %j in %i characters', (text, maxLength, expected) => {
    expect(excerpt(text, maxLength)).toBe(expected);
  });

  it('is never longer than asked and always the beginning', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (text, maxLength) => {
          const result = excerpt(text, maxLength);
          expect(result.length).toBeLessThanOrEqual(maxLength);
          expect(text.replace(/\s+/g, ' ').trim().startsWith(result.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });
});

describe('firstLine', () => {
  it('is the first line that says something', () => {
    expect(firstLine('\n  \n Hallo zusammen \r\nzweite')).toBe('Hallo zusammen');
    expect(firstLine(' \n')).toBe('');
  });
});
