import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { AlsoAsked } from './AlsoAsked.js';
import { DuplicateNote } from './DuplicateNote.js';
import { forumMessages } from './messages.js';

const messages = { forum: forumMessages };
const thread = (number: number, more: object = {}) => ({
  ...{ id: `t${number}`, path: `/t/frage/t${number}`, title: `Frage ${number}`, lang: 'de' },
  ...{ kind: 'QUESTION', solved: false, replyCount: 0, solutionExcerpt: null },
  ...more,
});
const threads = (count: number) =>
  Array.from({ length: count }, (_, index) => thread(index + 1)) as unknown as ComponentProps<
    typeof AlsoAsked
  >['threads'];
const canonical = (more: object) =>
  thread(1, more) as unknown as ComponentProps<typeof DuplicateNote>['canonical'];

describe('AlsoAsked', () => {
  it('shows five, and the rest on demand', async () => {
    await renderPart(<AlsoAsked threads={threads(7)} />, { messages });
    const [first, rest] = screen.getAllByRole('list');
    expect(within(first!).getAllByRole('link')).toHaveLength(5);
    expect(within(rest!).getAllByRole('link', { hidden: true })).toHaveLength(2);
    screen.getByText('2 weitere');
  });

  it('has nothing to fold where five are all', async () => {
    await renderPart(<AlsoAsked threads={threads(5)} />, { messages });
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    expect(screen.queryByText(/weitere/)).toBeNull();
  });
});

describe('DuplicateNote', () => {
  it('leads to the solution, where there is one', async () => {
    const solved = canonical({ solved: true, solutionExcerpt: 'Die Rufgruppe neu anlegen.' });
    await renderPart(<DuplicateNote canonical={solved} />, { messages });
    const note = screen.getByRole('note', { name: 'Dublette' });
    expect(note.textContent).toContain('Diese Frage wurde schon beantwortet:');
    expect(note.textContent).toContain('Die Rufgruppe neu anlegen.');
    expect(within(note).getByRole('link', { name: 'Frage 1' }).getAttribute('href')).toBe('/t/frage/t1');
  });

  it('promises none otherwise', async () => {
    await renderPart(<DuplicateNote canonical={canonical({})} />, { messages });
    const { textContent } = screen.getByRole('note');
    expect(textContent).toContain('Dazu gibt es schon ein Thema:');
    expect(textContent).not.toContain('Lösung');
  });
});
