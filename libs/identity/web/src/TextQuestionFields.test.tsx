import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { FormContext, FormFields } from '@kundig/web-kit';
import { renderPart } from '@kundig/web-kit/testing';
import { identityMessages } from './messages.js';
import { TextQuestionFields } from './TextQuestionFields.js';

const question = (gap: string, about: object) => ({
  ...{ gap, label: gap, help: 'Hilfe', same: true, needed: false, answerDe: '', answerEn: '' },
  notApplicable: false,
  ...about,
});
const questions = [
  question('Firma', { needed: true, answerDe: 'Drehbank GmbH' }),
  question('Land', { same: false }),
  question('Telefon', {}),
];

async function render(typed?: Record<string, string[]>, asked = questions) {
  const { unmount } = await renderPart(
    <form aria-label="Text">
      <FormContext
        value={{
          formId: 'f',
          pending: false,
          problems: [],
          forgive: () => undefined,
          checkBeforeSending: () => () => undefined,
          typed,
        }}
      >
        <TextQuestionFields questions={asked as never} />
      </FormContext>
    </form>,
    { messages: { identity: identityMessages } },
  );
  return { unmount, sent: () => new FormFields(new FormData(screen.getByRole('form'))) };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('the questions of a text', () => {
  it('are sent as lists of one length, one field for what is the same in both languages', async () => {
    const { sent } = await render();
    expect(box('Firma').value).toBe('Drehbank GmbH');
    fireEvent.change(box('Land (Deutsch)'), { target: { value: 'Deutschland' } });
    expect(box('Land (Englisch)').value).toBe('');
    fireEvent.change(box('Telefon'), { target: { value: '0221 1' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Telefon entfällt' }));
    expect(screen.queryByRole('checkbox', { name: 'Firma entfällt' })).toBeNull();
    expect(sent().all('gaps')).toEqual(['Firma', 'Land', 'Telefon']);
    expect(sent().all('answersDe')).toEqual(['Drehbank GmbH', 'Deutschland', '0221 1']);
    expect(sent().all('answersEn')).toEqual(['', '', '']);
    expect(sent().all('notApplicable')).toEqual(['Telefon']);
  });

  it('begin with what was said to apply nowhere, unless it was taken back before the form was refused', async () => {
    const typed = { gaps: ['Fax'], answersDe: ['0221 2'], answersEn: [''] };
    for (const [before, isGone] of [
      [undefined, true],
      [typed, false],
    ] as const) {
      const { unmount } = await render(before, [question('Fax', { notApplicable: true })]);
      expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Fax entfällt' }).checked).toBe(isGone);
      unmount();
    }
  });

  it('keep what was typed when the form is refused', async () => {
    await render({
      gaps: ['Firma', 'Land', 'Telefon'],
      answersDe: ['Fräse AG', 'Schweiz', ''],
      answersEn: ['', 'Switzerland', ''],
      notApplicable: ['Telefon'],
    });
    expect(box('Firma').value).toBe('Fräse AG');
    expect(box('Land (Englisch)').value).toBe('Switzerland');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Telefon entfällt' }).checked).toBe(true);
  });
});
