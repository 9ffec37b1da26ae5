import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { renderPart, type Answers } from '../testing/index.js';
import type { PageRuntime } from '../page/page-runtime.js';
import { SubmitButton } from './Button.js';
import { Checkbox, TextField } from './fields.js';
import { MutationForm } from './MutationForm.js';

interface Answer {
  rename: {
    __typename: string;
    path?: string;
    message?: string;
    field?: string | null;
    issues?: { field: string; message: string }[];
  };
}
interface Input {
  input: { postId: string; title: string; loud: boolean; clientKey: string };
}
const document = parse(
  'mutation Rename($input: RenameInput!) { rename(input: $input) { __typename path message field issues { field message } } }',
) as TypedDocumentNode<Answer, Input>;

const success = { rename: { __typename: 'RenameSuccess', path: '/done#p-1', message: null, field: null } };
const refusal = {
  rename: {
    __typename: 'InvalidInputError',
    path: undefined,
    message: 'Zu kurz.',
    field: 'title',
    issues: [
      { field: 'title', message: 'Zu kurz.' },
      { field: 'loud', message: 'Bitte leise.' },
    ],
  },
};

function renderForm(options: {
  answers?: Answers;
  runtime?: Partial<PageRuntime>;
  then?: 'go' | 'stay';
  onDone?: () => void;
}) {
  return renderPart(
    <MutationForm
      mutation="rename"
      document={document}
      hidden={{ postId: 'p1' }}
      toInput={(fields) => ({
        postId: 'p1',
        title: fields.text('title'),
        loud: fields.checked('loud'),
        clientKey: fields.clientKey,
      })}
      then={options.then}
      onDone={options.onDone}
      label="Umbenennen"
    >
      <TextField name="title" label="Titel" />
      <TextField name="password" type="password" label="Passwort" hint="Acht Zeichen." optional />
      <Checkbox name="loud" label="Laut" optional />
      <SubmitButton>Senden</SubmitButton>
    </MutationForm>,
    options,
  );
}

const send = async (title: string) => {
  await userEvent.type(screen.getByLabelText('Titel'), title);
  await userEvent.click(screen.getByRole('button', { name: 'Senden' }));
};
const hiddenValue = (name: string) =>
  screen.getByRole('form').querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value;

describe('MutationForm', () => {
  it('is a plain form that leads to the same mutation without scripts', async () => {
    await renderForm({ runtime: { locale: 'en' } });
    const form = screen.getByRole('form', { name: 'Umbenennen' });
    expect(form.getAttribute('method')).toBe('post');
    expect(form.getAttribute('action')).toBe('/en/form/rename');
    expect(hiddenValue('_page')).toBe('/here?page=2');
    expect(hiddenValue('_token')).toBe('t0ken');
    expect(hiddenValue('postId')).toBe('p1');
    expect(hiddenValue('clientKey')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('gives a visitor no key and no token, as the page is shared', async () => {
    await renderForm({ runtime: { viewer: 'visitor', formToken: undefined } });
    expect(hiddenValue('clientKey')).toBeUndefined();
    expect(hiddenValue('_token')).toBeUndefined();
  });

  it('sends the fields and goes to the page the server names', async () => {
    const onDone = jest.fn();
    const { sent } = await renderForm({ answers: { Rename: success }, onDone });
    const clientKey = hiddenValue('clientKey');
    await userEvent.click(screen.getByLabelText('Laut'));
    await send('Neuer Titel');
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/done#p-1'));
    expect(sent).toEqual([
      { name: 'Rename', variables: { input: { postId: 'p1', title: 'Neuer Titel', loud: true, clientKey } } },
    ]);
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('says what is wrong at every field and on top, keeps the text, and takes the focus there', async () => {
    await renderForm({ answers: { Rename: refusal } });
    await send('x');
    const summary = await screen.findByRole('alert');
    expect(globalThis.document.activeElement).toBe(summary);
    const field = screen.getByLabelText<HTMLInputElement>('Titel');
    expect(field.value).toBe('x');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(globalThis.document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toBe(
      'Zu kurz.',
    );
    expect(screen.getByRole('link', { name: 'Zu kurz.' }).getAttribute('href')).toBe(`#${field.id}`);
    const box = screen.getByLabelText<HTMLInputElement>('Laut');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('link', { name: 'Bitte leise.' }).getAttribute('href')).toBe(`#${box.id}`);
    expect(screen.getByTestId('address').textContent).toBe('/here?page=2');
  });

  it('sends the same key again after a failure, so that nothing is posted twice, and a new one after success', async () => {
    const answers: unknown[] = [new Error('offline'), success, success];
    const { sent } = await renderForm({ answers: { Rename: () => answers.shift() }, then: 'stay' });
    await send('a');
    expect((await screen.findByRole('alert')).textContent).toContain('Ihre Eingaben sind noch da');
    await userEvent.click(screen.getByRole('button', { name: 'Senden' }));
    await userEvent.click(screen.getByRole('button', { name: 'Senden' }));
    const keys = sent.map(({ variables }) => (variables.input as Input['input']).clientKey);
    expect(keys).toHaveLength(3);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows a refusal of the form without scripts with all that was typed', async () => {
    const refusedForm = {
      mutation: 'rename',
      fields: { postId: 'p1', title: 'Altes', loud: 'true' },
      problems: [{ field: 'title', message: 'Zu kurz.' }],
      status: 422,
    };
    await renderForm({ runtime: { refusedForm } });
    expect(screen.getByLabelText<HTMLInputElement>('Titel').value).toBe('Altes');
    expect(screen.getByLabelText<HTMLInputElement>('Laut').checked).toBe(true);
    expect(screen.getByRole('alert').textContent).toContain('Zu kurz.');
  });

  it('says at a password that it must be typed again, and only then', async () => {
    const description = () => {
      const field = screen.getByLabelText(/Passwort/);
      return globalThis.document.getElementById(field.getAttribute('aria-describedby')!)!.textContent;
    };
    const { unmount } = await renderForm({});
    expect(description()).toBe('Acht Zeichen.');
    unmount();
    const refusedForm = {
      mutation: 'rename',
      fields: { postId: 'p1', title: 'Altes', password: 'geheim' },
      problems: [{ field: 'title', message: 'Zu kurz.' }],
      status: 422,
    };
    await renderForm({ runtime: { refusedForm } });
    expect(description()).toMatch(/Bitte noch einmal eingeben\. Acht Zeichen\.$/);
    expect(screen.getByLabelText<HTMLInputElement>(/Passwort/).value).toBe('');
  });

  it('leaves alone what belongs to another form of the same kind', async () => {
    const refusedForm = {
      mutation: 'rename',
      fields: { postId: 'p2' },
      problems: [{ message: 'Nein.' }],
      status: 422,
    };
    await renderForm({ runtime: { refusedForm } });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
