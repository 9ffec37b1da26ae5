import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, type ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { forumMessages } from '../messages.js';
import { ReplyForm } from './ReplyForm.js';
import { useDraft } from './use-draft.js';

type ThreadRef = ComponentProps<typeof ReplyForm>['thread'];

const aThread = (viewer: {
  voice?: 'ANONYMOUS' | 'NICKNAME';
  voiceName?: string;
  draft?: { body: string };
}) =>
  ({
    __typename: 'Thread',
    id: 't1',
    viewer: { voice: null, voiceName: null, draft: null, ...viewer },
  }) as unknown as ThreadRef;

const messages = { forum: forumMessages };
const posted = { reply: { __typename: 'ReplySuccess', path: '/t/x/t1?page=3#p-p9' } };
const body = () => screen.getByLabelText<HTMLTextAreaElement>('Ihre Antwort');

beforeEach(() => localStorage.clear());

describe('ReplyForm', () => {
  it('posts with the chosen voice and goes to the new post', async () => {
    const { sent } = await renderPart(<ReplyForm thread={aThread({})} name="Kranich42" />, {
      messages,
      answers: { Reply: posted },
    });
    await userEvent.type(body(), 'Den Router neu starten.');
    await userEvent.click(screen.getByRole('switch', { name: 'Anonym in diesem Thema' }));
    await userEvent.click(screen.getByRole('button', { name: 'Antworten' }));
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/t/x/t1?page=3#p-p9'));
    expect(sent.find(({ name }) => name === 'Reply')?.variables.input).toMatchObject({
      threadId: 't1',
      body: 'Den Router neu starten.',
      anonymous: true,
    });
  });

  it('keeps what was typed before React was there', async () => {
    const Typed = () => {
      const frame = useRef<HTMLDivElement>(null);
      useDraft(frame, 't1', null);
      return (
        <form data-dirty="">
          <div ref={frame} />
          <textarea name="body" defaultValue="Den Router neu starten." />
        </form>
      );
    };
    await renderPart(<Typed />, { messages });
    expect(JSON.parse(localStorage.getItem('draft:t1')!)).toEqual({ body: 'Den Router neu starten.' });
  });

  it('lets go of a text that was sent from another tab, and of no other', async () => {
    await renderPart(<ReplyForm thread={aThread({})} name="K" />, { messages });
    await userEvent.type(body(), 'Den Router neu starten.');
    const oldValue = localStorage.getItem('draft:t1');
    const sentElsewhere = () =>
      act(() =>
        window.dispatchEvent(new StorageEvent('storage', { key: 'draft:t1', oldValue, newValue: null })),
      );
    await userEvent.type(body(), ' Oder nicht.');
    sentElsewhere();
    expect(body().value).toBe('Den Router neu starten. Oder nicht.');
    await userEvent.clear(body());
    await userEvent.type(body(), 'Den Router neu starten.');
    sentElsewhere();
    expect(body().value).toBe('');
    expect(screen.getByText(/in einem anderen Fenster/).role).toBe('status');
  });

  it('sends on Ctrl+Enter', async () => {
    const { sent } = await renderPart(<ReplyForm thread={aThread({})} name="K" />, {
      messages,
      answers: { Reply: posted },
    });
    await userEvent.type(body(), 'Ja.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent.some(({ name }) => name === 'Reply')).toBe(true));
  });

  it('says as whom one writes once that is fixed, and offers no choice', async () => {
    await renderPart(
      <ReplyForm thread={aThread({ voice: 'ANONYMOUS', voiceName: 'Anonym · Eisvogel' })} name="Kranich42" />,
      { messages },
    );
    expect(screen.getByText('Sie schreiben hier als Anonym · Eisvogel.')).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.queryByText(/Kranich42/)).toBeNull();
  });

  it('offers staff no other voice than their own name', async () => {
    const { sent } = await renderPart(<ReplyForm thread={aThread({})} name="Miriam Hofer" isStaff />, {
      messages,
      answers: { Reply: posted },
    });
    expect(screen.getByText('Sie schreiben hier als Miriam Hofer.')).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
    await userEvent.type(body(), 'Amtlich.{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent.find(({ name }) => name === 'Reply')?.variables.input).toMatchObject({ anonymous: false }),
    );
  });

  it('explains who sees what before anything is written', async () => {
    await renderPart(<ReplyForm thread={aThread({})} name="Kranich42" />, { messages });
    await userEvent.click(screen.getByText('Wer sieht was?'));
    expect(screen.getByText(/auf die Viertelstunde gerundet/)).toBeTruthy();
  });

  it('puts the marked text between the marks of a tool', async () => {
    await renderPart(<ReplyForm thread={aThread({})} name="K" />, { messages });
    await userEvent.type(body(), 'sehr wichtig');
    body().setSelectionRange(5, 12);
    await userEvent.click(screen.getByRole('button', { name: 'Fett' }));
    expect(body().value).toBe('sehr **wichtig**');
    expect(document.activeElement).toBe(body());
  });

  it('shows the preview the server makes', async () => {
    const { sent } = await renderPart(<ReplyForm thread={aThread({})} name="K" />, {
      messages,
      answers: { PreviewMarkdown: { previewMarkdown: '<p>so <strong>sieht</strong> es aus</p>' } },
    });
    await userEvent.type(body(), 'so **sieht** es aus');
    await userEvent.click(screen.getByRole('button', { name: 'Vorschau' }));
    expect((await screen.findByText('sieht')).tagName).toBe('STRONG');
    expect(sent.at(-1)).toEqual({ name: 'PreviewMarkdown', variables: { body: 'so **sieht** es aus' } });
  });

  it('closes the preview of what was sent', async () => {
    await renderPart(<ReplyForm thread={aThread({})} name="K" />, {
      messages,
      answers: { Reply: posted, PreviewMarkdown: { previewMarkdown: '<p>so sieht es aus</p>' } },
    });
    await userEvent.type(body(), 'so sieht es aus');
    await userEvent.click(screen.getByRole('button', { name: 'Vorschau' }));
    await screen.findByRole('button', { name: 'Vorschau schließen' });
    await userEvent.click(screen.getByRole('button', { name: 'Antworten' }));
    const closed = await screen.findByRole('button', { name: 'Vorschau' });
    expect(closed.getAttribute('aria-expanded')).toBe('false');
    expect(body().value).toBe('');
  });

  it('keeps what was typed in this browser until it is sent', async () => {
    const first = await renderPart(<ReplyForm thread={aThread({})} name="K" />, { messages });
    await userEvent.type(body(), 'Noch nicht fertig');
    first.unmount();
    await renderPart(<ReplyForm thread={aThread({})} name="K" />, {
      messages,
      answers: { Reply: posted },
    });
    expect(body().value).toBe('Noch nicht fertig');
    expect(screen.getByText(/Entwurf vom letzten Mal/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Antworten' }));
    await waitFor(() => expect(localStorage.length).toBe(0));
  });

  it('lets the draft kept with the account go before the one of this browser', async () => {
    localStorage.setItem('draft:t1', JSON.stringify({ body: 'alt' }));
    await renderPart(<ReplyForm thread={aThread({ draft: { body: 'vom anderen Gerät' } })} name="K" />, {
      messages,
    });
    expect(body().value).toBe('vom anderen Gerät');
  });
});
