import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { HelpedForm } from './HelpedForm.js';
import { kudosMessages } from './messages.js';

type PostRef = ComponentProps<typeof HelpedForm>['post'];

const aPost = (helped: Record<string, number> | null = null) =>
  ({ __typename: 'Post', id: 'p1', helped }) as unknown as PostRef;
const messages = { kudos: kudosMessages };
const taken = { answerHelped: { __typename: 'AnswerHelpedSuccess', path: '/p/p1/helped' } };

describe('HelpedForm', () => {
  it('takes a yes with one press and says thank you', async () => {
    const { sent } = await renderPart(<HelpedForm post={aPost()} />, {
      messages,
      answers: { AnswerHelped: taken },
      runtime: { viewer: 'visitor' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Ja' }));
    expect(sent).toMatchObject([
      { name: 'AnswerHelped', variables: { input: { postId: 'p1', answer: 'YES' } } },
    ]);
    expect(await screen.findByText('Danke für Ihre Rückmeldung.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks what was amiss after a no', async () => {
    const { sent } = await renderPart(<HelpedForm post={aPost()} />, {
      messages,
      answers: { AnswerHelped: taken },
    });
    await userEvent.click(screen.getByText('Nein'));
    await userEvent.click(screen.getByRole('button', { name: 'Veraltet' }));
    expect(sent).toMatchObject([{ variables: { input: { postId: 'p1', answer: 'OUTDATED' } } }]);
  });

  it('shows the numbers to those who are told them', async () => {
    const counts = { yes: 7, no: 1, incomplete: 2, unclear: 0, outdated: 3, wrong: 0 };
    await renderPart(<HelpedForm post={aPost(counts)} />, { messages });
    expect(screen.getByText(/7 Ja.*2 unvollständig.*3 veraltet/)).toBeTruthy();
  });
});
