import { describe, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { KudosButton } from './KudosButton.js';
import { kudosMessages } from './messages.js';

type PostRef = ComponentProps<typeof KudosButton>['post'];

const aPost = (kudos: { count: number; givenByViewer: boolean; viewerMayGive: boolean }) =>
  ({ __typename: 'Post', id: 'p1', kudos: { __typename: 'Kudos', ...kudos } }) as unknown as PostRef;

const messages = { kudos: kudosMessages };

describe('KudosButton', () => {
  it('thanks with one press and says so by its state', async () => {
    const given = aPost({ count: 13, givenByViewer: true, viewerMayGive: true });
    const { sent } = await renderPart(
      <KudosButton post={aPost({ count: 12, givenByViewer: false, viewerMayGive: true })} />,
      {
        messages,
        answers: { GiveKudos: { giveKudos: { __typename: 'GiveKudosSuccess', path: '/x', post: given } } },
      },
    );
    const button = screen.getByRole('button', { name: 'Danke (12)' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(button);
    expect(sent).toMatchObject([{ name: 'GiveKudos', variables: { input: { postId: 'p1' } } }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes the thank-you back when it was given', async () => {
    const { sent } = await renderPart(
      <KudosButton post={aPost({ count: 1, givenByViewer: true, viewerMayGive: true })} />,
      {
        messages,
        answers: {
          WithdrawKudos: {
            withdrawKudos: {
              __typename: 'WithdrawKudosSuccess',
              path: '/x',
              post: aPost({ count: 0, givenByViewer: false, viewerMayGive: true }),
            },
          },
        },
      },
    );
    const button = screen.getByRole('button', { name: 'Danke (1)' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(button);
    expect(sent.map(({ name }) => name)).toEqual(['WithdrawKudos']);
  });

  it('says why it was refused', async () => {
    await renderPart(<KudosButton post={aPost({ count: 0, givenByViewer: false, viewerMayGive: true })} />, {
      messages,
      answers: {
        GiveKudos: {
          giveKudos: { __typename: 'NotAllowedError', message: 'Nicht für sich selbst.', field: null },
        },
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Danke' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Nicht für sich selbst.');
  });

  it('shows the count alone to the author', async () => {
    await renderPart(<KudosButton post={aPost({ count: 2, givenByViewer: false, viewerMayGive: false })} />, {
      messages,
    });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Danke (2)')).toBeTruthy();
  });

  it('leads a visitor to the sign-in and back', async () => {
    await renderPart(<KudosButton post={aPost({ count: 2, givenByViewer: false, viewerMayGive: false })} />, {
      messages,
      runtime: { viewer: 'visitor' },
    });
    expect(screen.getByRole('link', { name: 'Danke (2)' }).getAttribute('href')).toBe(
      '/sign-in?next=%2Fhere%3Fpage%3D2',
    );
  });

  it('is pressed again for whatever the cache learns, and keeps the focus', async () => {
    let learn!: (given: boolean) => void;
    function Toggle() {
      const [given, setGiven] = useState(false);
      learn = setGiven;
      return <KudosButton post={aPost({ count: given ? 1 : 0, givenByViewer: given, viewerMayGive: true })} />;
    }
    await renderPart(<Toggle />, { messages });
    screen.getByRole('button', { name: 'Danke' }).focus();
    act(() => learn(true));
    const button = screen.getByRole('button', { name: 'Danke (1)' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(button);
  });
});
