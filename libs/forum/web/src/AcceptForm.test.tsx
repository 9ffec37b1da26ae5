import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { AcceptForm } from './AcceptForm.js';
import { forumMessages } from './messages.js';

const aPost = (solution: boolean) =>
  ({ __typename: 'Post', id: 'p2', solution }) as unknown as ComponentProps<typeof AcceptForm>['post'];

const messages = { forum: forumMessages };

describe('AcceptForm', () => {
  it('accepts with one press and goes where the server says', async () => {
    const { sent } = await renderPart(<AcceptForm post={aPost(false)} />, {
      messages,
      answers: {
        AcceptSolution: { acceptSolution: { __typename: 'AcceptSolutionSuccess', path: '/t/x#p-p2' } },
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Als Lösung annehmen' }));
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/t/x#p-p2'));
    expect(sent).toMatchObject([{ name: 'AcceptSolution', variables: { input: { postId: 'p2' } } }]);
  });

  it('leaves nothing to press where the button was, in the part that takes the focus', async () => {
    await renderPart(<AcceptForm post={aPost(true)} />, { messages });
    expect(screen.queryByRole('button')).toBeNull();
    expect(
      screen.getByText('Als Lösung angenommen').closest('#acceptance-p2')?.getAttribute('tabindex'),
    ).toBe('-1');
  });
});
