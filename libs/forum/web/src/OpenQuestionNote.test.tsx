import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPart } from '@kundig/web-kit/testing';
import { forumMessages } from './messages.js';
import { OpenQuestionNote } from './OpenQuestionNote.js';

const messages = { forum: forumMessages };
const without = {
  judges: false,
  answers: 0,
  hasMore: false,
  isProposed: false,
  isLocked: false,
  to: '#posts',
};
const asker = { ...without, judges: true };

/** @returns the heading of the note */
async function said(standing: typeof without): Promise<string | undefined> {
  const { unmount } = await renderPart(<OpenQuestionNote {...standing} />, { messages });
  const text = screen.getByRole('strong').textContent ?? undefined;
  unmount();
  return text;
}

describe('OpenQuestionNote', () => {
  it('tells the asker how many answers wait for a verdict, and where they are', async () => {
    expect(await said(asker)).toBe('Noch keine Antwort.');
    expect(await said({ ...asker, answers: 1 })).toBe('1 Antwort wartet auf Ihr Urteil: Hat sie geholfen?');
    await renderPart(<OpenQuestionNote {...asker} answers={2} />, { messages });
    expect(screen.getByRole('strong').textContent).toBe(
      '2 Antworten warten auf Ihr Urteil: Hat eine geholfen?',
    );
    expect(screen.getByRole('link', { name: 'Zu den Antworten' }).getAttribute('href')).toBe('#posts');
  });

  it('names no number where the thread has answers on other pages', async () => {
    expect(await said({ ...asker, answers: 3, hasMore: true })).toBe(
      'Antworten warten auf Ihr Urteil: Hat eine geholfen?',
    );
  });

  it('asks the asker about the answer that an expert proposes', async () => {
    expect(await said({ ...asker, answers: 2, isProposed: true })).toBe(
      'Eine Antwort ist als Lösung vorgeschlagen: Hat sie geholfen?',
    );
  });

  it('invites nobody to answer what is closed', async () => {
    for (const standing of [without, asker]) {
      const { unmount } = await renderPart(<OpenQuestionNote {...standing} isLocked />, { messages });
      expect(screen.getByText(/neue Antworten sind nicht möglich/)).toBeTruthy();
      expect(screen.queryByText(/Jede Antwort hilft weiter|erfahren Sie per Mail/)).toBeNull();
      unmount();
    }
    expect(await said({ ...asker, answers: 1, isLocked: true })).toBe(
      '1 Antwort wartet auf Ihr Urteil: Hat sie geholfen?',
    );
  });

  it('asks nobody else for a verdict', async () => {
    await renderPart(<OpenQuestionNote {...without} answers={2} isProposed />, { messages });
    expect(screen.getByRole('strong').textContent).toBe('Noch keine Lösung.');
    expect(screen.getByText(/die Moderation entscheidet/)).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
