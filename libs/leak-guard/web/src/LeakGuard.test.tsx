import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'graphql';
import type { ReactNode } from 'react';
import { Checkbox, MutationForm, SubmitButton, TextArea, type PageRuntime } from '@kundig/web-kit';
import { renderPart } from '@kundig/web-kit/testing';
import { type GuardTask, workOn } from './guard-work.js';
import { LeakGuard } from './LeakGuard.js';
import { leakGuardMessages } from './messages.js';

/** A worker that works at once, as jsdom has none. */
class InlineWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  postMessage([id, asked]: [number, GuardTask]) {
    queueMicrotask(() => this.onmessage?.({ data: [id, workOn(asked)] }));
  }
  terminate() {}
}

/** A worker whose script cannot be loaded. */
class BrokenWorker extends InlineWorker {
  override postMessage() {
    queueMicrotask(() => this.onerror?.());
  }
}

interface Answer {
  reply: { __typename: string; path: string };
}
type Variables = { input: { body: string; leaks?: string; leaksHidden?: string[] } };
const document_ = parse(
  'mutation Reply($input: ReplyInput!) { reply(input: $input) { __typename path } }',
) as TypedDocumentNode<Answer, Variables>;

async function renderForm({
  guard = <LeakGuard />,
  text,
  runtime,
  settings,
}: {
  guard?: ReactNode;
  text?: string;
  runtime?: Partial<PageRuntime>;
  settings?: object;
} = {}) {
  const { sent, client } = await renderPart(
    <MutationForm
      mutation="reply"
      document={document_}
      toInput={(fields) => ({
        body: fields.text('body'),
        leaks: fields.choice('leaks'),
        leaksHidden: fields.choices('leaksHidden'),
      })}
      guarded
      label="Antwort"
    >
      <TextArea name="body" label="Text" defaultValue={text} />
      <Checkbox name="anonymous" label="Anonym" optional />
      {guard}
      <SubmitButton>Senden</SubmitButton>
    </MutationForm>,
    {
      runtime,
      messages: { 'leak-guard': leakGuardMessages },
      answers: {
        Reply: { reply: { __typename: 'ReplySuccess', path: '/done' } },
        LeakGuardSettings: settings,
      },
    },
  );
  return {
    client,
    replies: () => sent.filter(({ name }) => name === 'Reply'),
    asked: (operation: string) => sent.filter(({ name }) => name === operation).length,
  };
}

const body = () => screen.getByLabelText<HTMLTextAreaElement>('Text');
const send = () => userEvent.click(screen.getByRole('button', { name: 'Senden' }));
const question = (count = 2) =>
  screen.findByRole('group', { name: count === 1 ? '1 Stelle prüfen' : `${count} Stellen prüfen` });
const arrived = () => waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/done'));

const NO_TRACES = { names: [], mailDomains: [], organisations: [], bound: false };
const EVERYTHING = {
  kinds: ['PHONE'],
  customerPatterns: [],
  contractPatterns: [],
  ticketPatterns: [],
  hotlines: [],
  domains: [],
};
const TEXT = 'Bitte um Rückruf unter 0221 4710-388, Kd.-Nr. 6610428.';

beforeEach(() => void Object.assign(globalThis, { Worker: InlineWorker }));
afterEach(() => void Object.assign(globalThis, { Worker: undefined }));

describe('LeakGuard', () => {
  it('lets a text go that has nothing in it', async () => {
    const { replies } = await renderForm();
    await userEvent.type(body(), 'Seit dem Update auf 7.57 ist alles langsam.');
    await send();
    await arrived();
    expect(replies()).toHaveLength(1);
  });

  it('looks with what the operator has set', async () => {
    const settings = {
      leakGuardSettings: {
        kinds: ['PHONE', 'CONTRACT_NUMBER'],
        customerPatterns: [],
        contractPatterns: ['NV-##.##'],
        ticketPatterns: [],
        hotlines: ['0221 4710-388'],
        domains: [],
      },
      ownTraces: NO_TRACES,
    };
    await renderForm({ settings });
    await userEvent.type(body(), `${TEXT} Vertrag NV-48.15`);
    await send();
    expect(within(await question(1)).getByText('NV-48.15')).toBeTruthy();
  });

  it('offers those whom the operator binds no leaving', async () => {
    const settings = { leakGuardSettings: EVERYTHING, ownTraces: { ...NO_TRACES, bound: true } };
    await renderForm({ settings });
    await userEvent.type(body(), TEXT);
    await send();
    const choices = within(await question(1)).getAllByRole('button', { name: /verbergen|lassen/ });
    expect(choices.map(({ textContent }) => textContent)).toEqual(['Alle verbergen']);
  });

  it('asks before sending, takes the focus, and keeps the text as one not sent', async () => {
    const { replies } = await renderForm();
    await userEvent.type(body(), TEXT);
    await send();
    const asked = await question();
    expect(document.activeElement).toBe(asked);
    expect(within(asked).getAllByRole('listitem')).toHaveLength(2);
    expect(body().value).toBe(TEXT);
    expect('dirty' in body().form!.dataset).toBe(true);
    expect(replies()).toEqual([]);
  });

  it('looks for what the own account says, which is asked for with the first key and kept by no cache', async () => {
    const settings = {
      leakGuardSettings: {
        kinds: ['OWN_NAME'],
        customerPatterns: [],
        contractPatterns: [],
        ticketPatterns: [],
        hotlines: [],
        domains: [],
      },
      ownTraces: { ...NO_TRACES, names: ['anna schmidt'] },
    };
    const { asked, client } = await renderForm({ settings });
    expect(asked('LeakGuardSettings')).toBe(0);
    await userEvent.type(body(), 'Gruß, A. Schmidt');
    await send();
    expect((await question(1)).textContent).toContain('A. Schmidt');
    expect(asked('LeakGuardSettings')).toBe(1);
    expect(JSON.stringify(client.extract())).not.toContain('schmidt');
  });

  it('hides all, shows what became of the text, and sends it on the next click', async () => {
    const { replies } = await renderForm();
    await userEvent.type(body(), TEXT);
    await send();
    await userEvent.click(within(await question()).getByRole('button', { name: 'Alle verbergen' }));
    const hidden = 'Bitte um Rückruf unter [Telefonnummer], Kd.-Nr. [Kundennummer].';
    await waitFor(() => expect(body().value).toBe(hidden));
    expect(screen.getByText(/2 Stellen verborgen/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Senden' }));
    await send();
    await arrived();
    expect(replies()[0]!.variables.input).toEqual({
      body: hidden,
      leaksHidden: ['PHONE', 'CUSTOMER_NUMBER'],
    });
  });

  it('takes hiding back', async () => {
    await renderForm();
    await userEvent.type(body(), TEXT);
    await send();
    await userEvent.click(within(await question()).getByRole('button', { name: 'Alle verbergen' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Rückgängig' }));
    expect(body().value).toBe(TEXT);
    expect(document.activeElement).toBe(body());
    expect(document.querySelector('[name=leaksHidden]')).toBeNull();
  });

  it('sends at once what is to be left, and asks again only about something new', async () => {
    const { replies } = await renderForm();
    await userEvent.type(body(), TEXT);
    await send();
    await userEvent.click(within(await question()).getByRole('button', { name: 'So lassen' }));
    await arrived();
    expect(replies()[0]!.variables.input).toEqual({ body: TEXT, leaks: 'LEAVE' });
    await userEvent.type(body(), `${TEXT} Passwort: Sommer2024!`);
    await send();
    const again = await question(1);
    expect(within(again).getByRole('listitem').textContent).toContain('Sommer2024!');
  });

  it('asks nobody again about what stood there before, only about what is new', async () => {
    const { replies } = await renderForm({ guard: <LeakGuard isPublished />, text: TEXT });
    await userEvent.type(body(), ' Danke!');
    await send();
    await arrived();
    expect(replies()[0]!.variables.input).toEqual({ body: `${TEXT} Danke!` });
    await userEvent.type(body(), ' PIN: 4711');
    await send();
    expect((await question(1)).textContent).toContain('4711');
  });

  it('puts the question of the server into the form, with hiding as the usual answer', async () => {
    const refusedForm = {
      mutation: 'reply',
      fields: { body: TEXT },
      problems: [
        { field: 'leaks', message: '2 Stellen prüfen, bevor alle sie lesen: Telefonnummer (0221 4710-388).' },
      ],
      status: 422,
    };
    const { replies } = await renderForm({ runtime: { refusedForm } });
    const choice = screen.getByRole('group', { name: 'Was soll damit geschehen?' });
    expect(within(choice).getByText(/0221 4710-388/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /2 Stellen/ }).getAttribute('href')).toBe(`#${choice.id}`);
    await userEvent.clear(body());
    await userEvent.type(body(), 'Bitte um Rückruf.');
    await send();
    await arrived();
    expect(replies()[0]!.variables.input).toEqual({ body: 'Bitte um Rückruf.', leaks: 'HIDE' });
  });

  it('is put aside with Escape, which leads to the first place', async () => {
    await renderForm();
    await userEvent.type(body(), TEXT);
    await send();
    await question();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('group')).toBeNull();
    expect(document.activeElement).toBe(body());
    expect(TEXT.slice(body().selectionStart, body().selectionEnd)).toBe('0221 4710-388');
  });

  it('leads to a place in the text', async () => {
    await renderForm();
    await userEvent.type(body(), TEXT);
    await send();
    const asked = await question();
    await userEvent.click(
      within(asked).getByRole('button', { name: 'Im Text zeigen: Kundennummer 6610428' }),
    );
    expect(TEXT.slice(body().selectionStart, body().selectionEnd)).toBe('6610428');
  });

  it('underlines what tells who writes while one writes anonymously, and sends it without a question', async () => {
    await renderForm();
    await userEvent.type(body(), 'Der Server srv-db01.nordbau.local antwortet nicht.');
    expect(screen.queryByText(/anonym schreibt/)).toBeNull();
    await userEvent.click(screen.getByLabelText('Anonym'));
    await screen.findByText(/anonym schreibt/);
    expect(screen.getByText(/srv-db01/, { selector: 'u' })).toBeTruthy();
    await send();
    await arrived();
  });

  it('sends without a question where no worker runs: the server looks as well', async () => {
    Object.assign(globalThis, { Worker: BrokenWorker });
    await renderForm();
    await userEvent.type(body(), TEXT);
    await send();
    await arrived();
  });
});
