import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { startIslands } from './islands.js';

const FIELDS = { password: '<input type="password" name="password">', text: '<input name="title">' };

/** A visitor's page whose React is on its way for as long as the test wants. */
function openPage(field: string) {
  document.body.innerHTML = `
    <script data-main="/main.js" type="application/json"></script><script id="state" type="application/json"></script>
    <form data-island="" action="/form/register" method="post">${field}<button name="way" value="a">Senden</button></form>`;
  let arrive!: (outcome: 'there' | 'lost') => void;
  const ready = new Promise<void>((resolve, reject) => {
    arrive = (outcome) => (outcome === 'there' ? resolve() : reject(new Error('offline')));
  });
  const load = jest.fn((_main: string) => Promise.resolve({ ready }));
  startIslands(load);
  return { load, arrive, button: document.querySelector('button')!, form: document.querySelector('form')! };
}

/** Stands where the browser would send the form: what gets here unprevented leaves the page. */
let sent: { prevented: boolean; submitter: HTMLElement | null }[];
function watch(event: SubmitEvent) {
  sent.push({ prevented: event.defaultPrevented, submitter: event.submitter });
  event.preventDefault();
}

beforeEach(() => {
  sent = [];
  window.addEventListener('submit', watch);
});
afterEach(() => {
  window.removeEventListener('submit', watch);
  delete document.documentElement.dataset.hydrated;
});

describe('a form sent before React is there', () => {
  it('waits with a password, and is sent once, by its button, when React answers for it', async () => {
    const { load, arrive, button, form } = openPage(FIELDS.password);
    button.click();
    button.click();
    expect(load).toHaveBeenCalledTimes(1);
    expect(load).toHaveBeenCalledWith('/main.js');
    expect(sent.map(({ prevented }) => prevented)).toEqual([true, true]);

    const answered = jest.fn((event: Event) => event.preventDefault()); // as React does
    form.addEventListener('submit', answered);
    document.documentElement.dataset.hydrated = '';
    arrive('there');
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(answered).toHaveBeenCalledTimes(1);
    expect(sent[2]!.submitter).toBe(button);
  });

  it('goes to the server as it is when React does not come', async () => {
    const { arrive, button } = openPage(FIELDS.password);
    button.click();
    document.documentElement.dataset.scripted = '';
    arrive('lost');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ prevented }) => prevented)).toEqual([true, false]);
    expect(document.documentElement.dataset.scripted).toBeUndefined();
    button.click();
    expect(sent[2]!.prevented).toBe(false);
  });

  it('does not wait where a refusal brings everything back', () => {
    const { button } = openPage(FIELDS.text);
    button.click();
    expect(sent.map(({ prevented }) => prevented)).toEqual([false]);
  });
});

describe('a text that was begun in this browser', () => {
  afterEach(() => localStorage.clear());
  const form = '<div data-draft="draft:new-QUESTION"><input name="title"></div>';

  it('brings React before anybody touches the page', () => {
    localStorage.setItem('draft:new-QUESTION', '{"title":"Der Drucker"}');
    expect(openPage(form).load).toHaveBeenCalledTimes(1);
  });

  it('does so on pages it belongs to alone', () => {
    localStorage.setItem('draft:t1', '{"body":"Ja."}');
    expect(openPage(form).load).not.toHaveBeenCalled();
  });
});
