import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { moderationMessages } from '../messages.js';
import { ObjectionItem } from './ObjectionItem.js';

type ObjectionRef = ComponentProps<typeof ObjectionItem>['objection'];

const REFUSED = 'Seither ist anders entschieden worden.';
const show = (more: object) =>
  renderPart(
    <ObjectionItem
      objection={
        {
          ...{ id: 'o1', words: 'Die Nummer ist öffentlich.', html: '<p>Ruft 4711 an.</p>', barrier: null },
          ...{ createdAt: '2026-03-12T09:00:00Z', hiddenAt: '2026-03-12T08:00:00Z', deciders: 'MODERATORS' },
          ...{ resolvedAt: null, decision: null, answer: null, reopenReason: null, viewerMayReopen: false },
          ...{ hider: { name: 'Mara' }, resolver: null, post: null, comment: null },
          ...more,
        } as unknown as ObjectionRef
      }
    />,
    {
      messages: { moderation: moderationMessages },
      answers: { ReopenObjection: { reopenObjection: { __typename: 'ConflictError', message: REFUSED } } },
    },
  );
const decided = { resolvedAt: '2026-03-12T10:00:00Z', decision: 'GRANTED', answer: 'Stimmt.' };
const undo = () => screen.queryByRole('button', { name: 'Rückgängig' });

describe('ObjectionItem', () => {
  it('asks to take a decision back with the reason that is given, and says why that was refused', async () => {
    const { sent } = await show({ ...decided, viewerMayReopen: true });
    screen.getByText('Wieder gezeigt');
    await userEvent.type(screen.getByRole('textbox', { name: /zurückgenommen/ }), 'Falsche Seite');
    await userEvent.click(undo()!);
    expect(sent).toMatchObject([
      { name: 'ReopenObjection', variables: { input: { objectionId: 'o1', reason: 'Falsche Seite' } } },
    ]);
    await screen.findByText(REFUSED);
  });

  it('shows how it was decided to those who may not take it back', async () => {
    await show(decided);
    screen.getByText(/Stimmt\./);
    expect(undo()).toBeNull();
  });

  it('says why it waits once more', async () => {
    await show({ reopenReason: 'Falsche Seite' });
    screen.getByText('Eine frühere Entscheidung wurde zurückgenommen: Falsche Seite');
    screen.getByRole('button', { name: 'Wieder zeigen' });
    expect(undo()).toBeNull();
  });
});
