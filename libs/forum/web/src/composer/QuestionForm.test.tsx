import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { forumMessages } from '../messages.js';
import { QuestionForm } from './QuestionForm.js';
import { forgetSentThread } from './use-draft.js';

const TITLE = 'Die Spindel bleibt stehen';
const messages = { forum: forumMessages };
const answers = {
  AskAsGuest: { askAsGuest: { __typename: 'AskAsGuestSuccess', path: '/ask/finish/abc' } },
  DiscardDraft: { discardDraft: { __typename: 'DiscardDraftSuccess', path: '/' } },
  StartThread: { startThread: { __typename: 'StartThreadSuccess', path: '/t/x/t1' } },
};
const boards = [
  {
    __typename: 'Board',
    id: 'b1',
    name: 'Maschinen',
    readable: true,
    visibility: 'PUBLIC',
    viewerMayPost: true,
    membersMayPost: true,
    questionFields: [],
    parent: null,
  },
] as unknown as ComponentProps<typeof QuestionForm>['boards'];

const draft = {
  ...{ __typename: 'Draft', id: 'd1', title: 'Die Spindel', body: 'Seit Montag.', boardId: 'b1' },
  ...{ tags: [], anonymous: false, unindexed: false },
} as unknown as ComponentProps<typeof QuestionForm>['draft'];
const open = (name?: string, kept: typeof draft = null) =>
  renderPart(
    <QuestionForm
      {...{ kind: 'QUESTION', boards, draft: kept, name }}
      similar={(onSolved) => (
        <button type="button" onClick={() => onSolved('/t/loesung/t2')}>
          Gelöst
        </button>
      )}
      begin={{ boardId: 'b1' }}
      onTitle={() => undefined}
    />,
    { messages, answers },
  );
const title = () => screen.getByLabelText<HTMLInputElement>('Worum geht es? (ein Satz)');
const address = () => screen.getByTestId('address').textContent;

async function send() {
  await userEvent.type(title(), TITLE);
  await userEvent.type(screen.getByLabelText(/^Was passiert/), 'Seit dem Update am Montag.');
  await userEvent.click(screen.getByRole('button', { name: 'Frage veröffentlichen' }));
}

const beacon = jest.fn<typeof navigator.sendBeacon>();
beforeEach(() => {
  localStorage.clear();
  navigator.sendBeacon = beacon.mockReset();
});

describe('QuestionForm', () => {
  it('has a guest find the text again who goes back before saying who they are', async () => {
    const first = await open();
    await send();
    await waitFor(() => expect(address()).toBe('/ask/finish/abc'));
    first.unmount();
    await open();
    expect(title().value).toBe(TITLE);
  });

  it('lets go of the text of a member once it is sent', async () => {
    await open('Kranich42');
    await send();
    await waitFor(() => expect(address()).toBe('/t/x/t1'));
    expect(localStorage.length).toBe(0);
  });

  it('lets go of what a guest has sent, and of nothing begun since', () => {
    localStorage.setItem('draft:new-QUESTION', JSON.stringify({ title: ` ${TITLE}`, body: 'Seit Montag.' }));
    localStorage.setItem('draft:new-DISCUSSION', JSON.stringify({ title: 'Etwas anderes' }));
    forgetSentThread(TITLE);
    expect(Object.keys(localStorage)).toEqual(['draft:new-DISCUSSION']);
  });
});

describe('a question that is solved already', () => {
  const end = () => userEvent.click(screen.getByRole('button', { name: 'Gelöst' }));
  const solution = () => screen.getByRole('link', { name: 'Zur Lösung' });

  it('is ended: its text is discarded here and with the account, and it counts once, when the page is left', async () => {
    const { sent, unmount, container } = await open('Kranich42', draft);
    await userEvent.type(title(), ' bleibt stehen');
    expect(localStorage.length).toBe(1);
    await end();
    expect(solution().getAttribute('href')).toBe('/t/loesung/t2');
    expect(document.activeElement).toBe(
      screen.getByText('Gut, dass es gelöst ist. Ihr Text ist verworfen.').parentElement,
    );
    expect(localStorage.length).toBe(0);
    expect(sent).toEqual([{ name: 'DiscardDraft', variables: { input: { draftId: 'd1' } } }]);
    expect(container.querySelector('form[data-dirty]')).toBeNull();
    expect(beacon).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('pagehide'));
    unmount();
    expect(beacon.mock.calls).toEqual([['/beacon/solved']]);
  });

  it('comes back as it was, is kept again, and counts for nothing', async () => {
    const { unmount } = await open();
    await userEvent.type(title(), TITLE);
    await end();
    await userEvent.click(screen.getByRole('button', { name: 'Rückgängig' }));
    expect(screen.queryByRole('link', { name: 'Zur Lösung' })).toBeNull();
    expect(title().value).toBe(TITLE);
    expect(document.activeElement).toBe(title());
    expect(JSON.parse(localStorage.getItem('draft:new-QUESTION')!)).toMatchObject({ title: TITLE });
    unmount();
    expect(beacon).not.toHaveBeenCalled();
  });
});
