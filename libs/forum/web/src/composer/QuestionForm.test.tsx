import { beforeEach, describe, expect, it } from '@jest/globals';
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

const open = (name?: string) =>
  renderPart(
    <QuestionForm
      {...{ kind: 'QUESTION', boards, draft: null, name, similar: null }}
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

beforeEach(() => localStorage.clear());

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
