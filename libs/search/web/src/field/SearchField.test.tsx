import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApolloLink, Observable } from '@apollo/client';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderPart } from '@kundig/web-kit/testing';
import { searchMessages } from '../messages.js';
import { SearchField } from './SearchField.js';

const suggestion = (kind: string, title: string, more: object = {}) => ({
  ...{ kind, title, path: `/${kind.toLowerCase()}/${title}`, lang: null, detail: null, solved: false },
  host: null,
  ...more,
});
const FOUND = [
  suggestion('FAQ', 'Was kostet es?', { path: '/faq/f1', detail: 'Nichts.' }),
  suggestion('THREAD', 'Telefon stumm', { lang: 'de', detail: 'Stecker prüfen.', solved: true }),
  suggestion('BOARD', 'Telefonie', { path: '/b/telefonie/b1' }),
];

const narrow = { matches: false };
const scrolled = jest.fn();
beforeEach(() => {
  Element.prototype.scrollIntoView = scrolled.mockReset();
  narrow.matches = false;
  window.matchMedia = () => narrow as MediaQueryList;
});

async function open(
  suggestions: readonly object[] | Error = FOUND,
  props: Parameters<typeof SearchField>[0] = {},
) {
  const answer = suggestions instanceof Error ? suggestions : { searchSuggestions: suggestions };
  const view = await renderPart(<SearchField {...props} />, {
    answers: { SearchSuggestions: answer },
    messages: { search: searchMessages },
  });
  const field = screen.getByRole<HTMLInputElement>('combobox');
  act(() => field.focus());
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  const press = (key: string, more: object = {}) => fireEvent.keyDown(field, { key, ...more });
  /** What a screen reader is told stands in focus. */
  const current = () => {
    const id = field.getAttribute('aria-activedescendant');
    return id === null ? null : document.getElementById(id)!.textContent;
  };
  return { ...view, field, type, press, current };
}
const opened = () => screen.findByRole('listbox');
const address = () => screen.getByTestId('address').textContent;

describe('the field', () => {
  it('is a plain form for searching until somebody types', async () => {
    const { field, sent } = await open([], { boardId: 'b1' });
    const form = field.form!;
    expect(new FormData(form).get('board')).toBe('b1');
    expect(form.getAttribute('action')).toBe('/search');
    expect(form.method).toBe('get');
    expect(field.name).toBe('q');
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(field.hasAttribute('aria-controls')).toBe(false);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(sent).toEqual([]);
  });

  it('asks once after a pause, for what was typed last, inside its board', async () => {
    const { type, sent, field } = await open(FOUND, { boardId: 'b1' });
    for (const text of ['T', 'Te', 'Tel', ' Tele ']) type(text);
    const list = await opened();
    expect(sent).toEqual([{ name: 'SearchSuggestions', variables: { query: 'Tele', boardId: 'b1' } }]);
    expect(field.getAttribute('aria-expanded')).toBe('true');
    expect(field.getAttribute('aria-controls')).toBe(list.id);
  });

  it('suggests in groups with headings, says how many, and leads to all results', async () => {
    const { type, container } = await open();
    type('Tele');
    await opened();
    expect(screen.getAllByRole('group')).toHaveLength(4);
    const threads = screen.getByRole('group', { name: 'Fragen und Diskussionen' });
    const row = within(threads).getByRole('option');
    expect(row.textContent).toBe('Telefon stumm Gelöst Stecker prüfen.');
    expect(row.getAttribute('href')).toBe('/thread/Telefon stumm');
    expect(within(row).getByText('stumm').lang).toBe('de');
    expect(within(row).getByText('Telefon').tagName).toBe('MARK');
    screen.getByRole('group', { name: 'Häufig gefragt' });
    screen.getByRole('group', { name: 'Bereiche' });
    const last = screen.getAllByRole('option').at(-1)!;
    expect(last.textContent).toBe('Alle Ergebnisse für „Tele“');
    expect(last.getAttribute('href')).toBe('/search?q=Tele');
    expect(container.querySelector('[aria-live=polite]')!.textContent).toBe('3 Vorschläge');
  });

  it('offers to ask, with the text as the title, where nothing fits', async () => {
    const { type, container } = await open([], { boardId: 'b1' });
    type('Faxgerät & Co?');
    await opened();
    expect(screen.getAllByRole('option').map((row) => row.getAttribute('href'))).toEqual([
      '/search?q=Faxger%C3%A4t+%26+Co%3F&board=b1',
      '/ask?title=Faxger%C3%A4t+%26+Co%3F&board=b1',
    ]);
    expect(container.querySelector('[aria-live=polite]')!.textContent).toBe('Keine Vorschläge');
  });

  it('lists the operator’s help pages apart, as plain links that name their site', async () => {
    const path = 'https://hilfe.firma.example/telefon';
    const host = 'hilfe.firma.example';
    const { type } = await open([...FOUND, suggestion('HELP_PAGE', 'Telefon anschließen', { path, host })]);
    type('Tele');
    await opened();
    const pages = screen.getByRole('group', { name: /^Hilfeseiten von \S/ });
    const row = within(pages).getByRole('option');
    expect(row.textContent).toContain(host);
    expect([row.getAttribute('href'), row.getAttribute('target')]).toEqual([path, null]);
    const before = address();
    const taken = jest.fn();
    const look = (event: Event) => {
      taken(event.defaultPrevented);
      event.preventDefault(); // there is nowhere to go from a test
    };
    window.addEventListener('click', look, { once: true });
    fireEvent.click(row);
    expect(taken).toHaveBeenCalledWith(false);
    expect(address()).toBe(before);
  });

  it('stays the plain form when the server does not answer', async () => {
    const { type, sent, field } = await open(new Error('offline'));
    type('Tele');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field.value).toBe('Tele');
  });

  it('drops an answer that comes after that to a later text', async () => {
    const { type, client } = await open();
    const waiting = new Map<string, (title: string) => void>();
    client.setLink(
      new ApolloLink(
        ({ variables }) =>
          new Observable((observer) => {
            waiting.set(String(variables.query), (title) => {
              observer.next({ data: { searchSuggestions: [suggestion('THREAD', title)] } });
              observer.complete();
            });
          }),
      ),
    );
    type('Te');
    await waitFor(() => expect(waiting.has('Te')).toBe(true));
    type('Tele');
    await waitFor(() => expect(waiting.has('Tele')).toBe(true));
    act(() => waiting.get('Tele')!('Später gefragt'));
    await screen.findByText('Später gefragt');
    act(() => waiting.get('Te')?.('Früher gefragt'));
    await act(() => Promise.resolve());
    expect(screen.queryByText('Früher gefragt')).toBeNull();
    screen.getByText('Später gefragt');
  });

  it('comes to the top of a narrow screen when the list opens, and stays elsewhere', async () => {
    const { type, unmount } = await open();
    type('Tele');
    await opened();
    expect(scrolled).not.toHaveBeenCalled();
    unmount();
    narrow.matches = true;
    const again = await open();
    again.type('Tele');
    await opened();
    expect(scrolled).toHaveBeenCalledTimes(1);
  });
});

describe('the keyboard', () => {
  const FIRST = 'Was kostet es? Nichts.';
  const LAST = 'Alle Ergebnisse für „Tele“';

  it('goes down and up through the rows, and through the field between the last and the first', async () => {
    const { type, press, current, field } = await open();
    type('Tele');
    await opened();
    expect(current()).toBeNull();
    press('ArrowDown');
    expect(current()).toBe(FIRST);
    expect(screen.getByRole('option', { selected: true }).textContent).toBe(FIRST);
    press('ArrowUp');
    expect(current()).toBeNull();
    press('ArrowUp');
    expect(current()).toBe(LAST);
    press('ArrowDown');
    expect(current()).toBeNull();
    expect(screen.queryByRole('option', { selected: true })).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  it('Home and End lead to the ends of the list, and in the text while no row is chosen', async () => {
    const { type, press, current } = await open();
    type('Tele');
    await opened();
    expect(press('End')).toBe(true); // not prevented
    expect(current()).toBeNull();
    press('ArrowDown');
    expect(press('End')).toBe(false);
    expect(current()).toBe(LAST);
    expect(press('Home')).toBe(false);
    expect(current()).toBe(FIRST);
  });

  it('Enter opens the row and empties the field; without a row it sends the form', async () => {
    const { type, press, field } = await open();
    type('Tele');
    await opened();
    expect(press('Enter')).toBe(true); // the form is the browser's
    press('ArrowDown');
    expect(press('Enter')).toBe(false);
    expect(address()).toBe('/faq/f1');
    expect(field.value).toBe('');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('Escape closes and leaves the text, an arrow opens again, and only then Escape is the browser’s', async () => {
    const { type, press, field } = await open();
    type('Tele');
    await opened();
    press('ArrowDown');
    expect(press('Escape')).toBe(false);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field.value).toBe('Tele');
    expect(field.hasAttribute('aria-activedescendant')).toBe(false);
    expect(press('Escape')).toBe(true);
    press('ArrowDown');
    await opened();
  });

  it('Tab leaves, and what is typed with a method of input belongs to that', async () => {
    const { type, press, field, current } = await open();
    type('Tele');
    await opened();
    press('ArrowDown', { isComposing: true });
    expect(current()).toBeNull();
    expect(press('Tab')).toBe(true);
    act(() => field.blur());
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('typing on lets go of the row', async () => {
    const { type, press, current } = await open();
    type('Tele');
    await opened();
    press('ArrowDown');
    type('Telef');
    expect(current()).toBeNull();
  });
});

describe('the pointer', () => {
  it('leaves the focus in the field, and a click follows the row', async () => {
    const { type, field } = await open();
    type('Tele');
    await opened();
    const row = screen.getByRole('option', { name: 'Telefonie' });
    expect(fireEvent.mouseDown(row)).toBe(false);
    expect(document.activeElement).toBe(field);
    fireEvent.click(row);
    expect(address()).toBe('/b/telefonie/b1');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
