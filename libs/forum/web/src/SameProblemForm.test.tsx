import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { forumMessages } from './messages.js';
import { SameProblemForm } from './SameProblemForm.js';

type ThreadRef = ComponentProps<typeof SameProblemForm>['thread'];

const aThread = (
  sameProblemCount: number,
  viewer: { sameProblem: boolean; mayShareProblem: boolean; following: boolean },
) =>
  ({
    __typename: 'Thread',
    id: 't1',
    sameProblemCount,
    viewer: { __typename: 'ThreadViewer', ...viewer },
  }) as unknown as ThreadRef;

const messages = { forum: forumMessages };
const open = { sameProblem: false, mayShareProblem: true, following: false };
const shared = { sameProblem: true, mayShareProblem: true, following: true };

describe('SameProblemForm', () => {
  it('shares the problem with one press', async () => {
    const { sent } = await renderPart(<SameProblemForm thread={aThread(4, open)} />, {
      messages,
      answers: {
        ShareProblem: {
          shareProblem: { __typename: 'ShareProblemSuccess', path: '/t/x/t1', thread: aThread(5, shared) },
        },
      },
    });
    const button = screen.getByRole('button', { name: 'Dasselbe Problem (4)' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(button);
    expect(sent).toMatchObject([{ name: 'ShareProblem', variables: { input: { threadId: 't1' } } }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes it back when it was shared', async () => {
    const { sent } = await renderPart(<SameProblemForm thread={aThread(1, shared)} />, {
      messages,
      answers: {
        UnshareProblem: {
          unshareProblem: { __typename: 'UnshareProblemSuccess', path: '/t/x/t1', thread: aThread(0, open) },
        },
      },
    });
    const button = screen.getByRole('button', { name: 'Dasselbe Problem (1)' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(button);
    expect(sent.map(({ name }) => name)).toEqual(['UnshareProblem']);
  });

  it('shows the asker the number alone, and nothing while there is none', async () => {
    const own = { sameProblem: false, mayShareProblem: false, following: true };
    await renderPart(<SameProblemForm thread={aThread(0, own)} />, { messages });
    expect(screen.queryByText(/Problem/)).toBeNull();
    await renderPart(<SameProblemForm thread={aThread(3, own)} />, { messages });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('3 haben dasselbe Problem')).toBeTruthy();
  });

  it('leads a visitor to the page that takes an address', async () => {
    await renderPart(<SameProblemForm thread={aThread(0, open)} />, {
      messages,
      runtime: { viewer: 'visitor' },
    });
    expect(screen.getByRole('link', { name: 'Dasselbe Problem' }).getAttribute('href')).toBe(
      '/same-problem/t1',
    );
  });
});
