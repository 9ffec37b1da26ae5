import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '@kundig/web-kit/testing';
import { AttachFiles } from './AttachFiles.js';
import { filesMessages } from './messages.js';

const QUESTION = '1 Stelle prüfen, bevor alle sie lesen: Telefonnummer (0561 471023).';

/** A server that asks about every file it was not told about. */
class AskingServer {
  static readonly asked: string[] = [];
  upload = {};
  responseType = '';
  status = 0;
  response: object = {};
  onload?: () => void;
  private query = new URLSearchParams();
  open(_: string, address: string) {
    AskingServer.asked.push(address);
    this.query = new URL(address, 'https://forum.example').searchParams;
  }
  setRequestHeader() {}
  send() {
    const isAnswered = this.query.has('leaks');
    this.status = isAnswered ? 201 : 422;
    this.response = isAnswered
      ? { id: 'f1', url: '/files/f1', kind: 'text', width: null, height: null, bytes: 2048 }
      : { message: QUESTION, field: 'leaks' };
    queueMicrotask(() => this.onload?.());
  }
}

const original = globalThis.XMLHttpRequest;
beforeEach(() => {
  AskingServer.asked.length = 0;
  Object.assign(globalThis, { XMLHttpRequest: AskingServer });
});
afterEach(() => void Object.assign(globalThis, { XMLHttpRequest: original }));

const LOG = new File(['0561 471023'], 'anlage.log', { type: 'text/plain' });
const PDF = new File(['%PDF-1.7 0561 471023'], 'anlage.log', { type: 'text/plain' });

async function attach(file = LOG) {
  await renderPart(
    <div data-editor="">
      <textarea aria-label="Text" />
      <AttachFiles />
    </div>,
    { messages: { files: filesMessages } },
  );
  await userEvent.upload(screen.getByLabelText('Bild oder Datei', { selector: 'input' }), file);
  return screen.findByRole('region', { name: /anlage\.log/ });
}
const area = () => screen.getByLabelText<HTMLTextAreaElement>('Text');
const press = (question: HTMLElement, name: string) =>
  userEvent.click(within(question).getByRole('button', { name }));

describe('a text file about which the server asks', () => {
  it('is not in the text before the question is answered, which takes the focus', async () => {
    const question = await attach();
    expect(document.activeElement).toBe(question);
    expect(within(question).getByText(QUESTION)).toBeTruthy();
    expect(area().value).toBe('');
  });

  it.each([
    ['Alle verbergen', 'hide'],
    ['So lassen', 'leave'],
  ])('is handed in again on „%s“', async (button, leaks) => {
    await press(await attach(), button);
    await screen.findByText(/Die Datei steht jetzt im Text/);
    expect(area().value).toContain('(/files/f1)');
    expect(AskingServer.asked).toEqual(['/files?purpose=post', `/files?purpose=post&leaks=${leaks}`]);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is left away', async () => {
    await press(await attach(), 'Nicht anhängen');
    expect(screen.queryByRole('region')).toBeNull();
    expect(area().value).toBe('');
    expect(AskingServer.asked).toHaveLength(1);
  });
});

describe('a PDF about which the server asks', () => {
  it('goes as it is or not at all, as nothing in it can be hidden', async () => {
    const question = await attach(PDF);
    const choices = within(question)
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
    expect(choices).toEqual(['So lassen', 'Nicht anhängen']);
    await press(question, 'So lassen');
    expect(AskingServer.asked).toEqual(['/files?purpose=post', '/files?purpose=post&leaks=leave']);
  });
});
