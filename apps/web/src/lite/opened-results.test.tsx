import { beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { countOpened } from './opened-results.js';

const sendBeacon = jest.fn<(address: string, body: string) => boolean>();

beforeAll(() => {
  Object.assign(navigator, { sendBeacon });
  document.addEventListener('click', (event) => event.preventDefault());
  countOpened();
});
beforeEach(() => {
  sendBeacon.mockClear();
  document.body.innerHTML = `
    <a id="elsewhere" href="/faq">FAQ</a>
    <div data-results-of="Fax geht nicht"><p>Text</p><a href="/t/x/y"><mark>Fax</mark></a></div>`;
});

const press = (selector: string, type = 'click', button = 0) =>
  document
    .querySelector(selector)!
    .dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button }));

it('tells which search led somewhere, by whichever button', () => {
  press('mark');
  press('mark', 'auxclick', 1);
  expect(sendBeacon.mock.calls).toEqual([
    ['/beacon/opened', 'Fax geht nicht'],
    ['/beacon/opened', 'Fax geht nicht'],
  ]);
});

it('says nothing of other links, of text and of menus', () => {
  press('#elsewhere');
  press('p');
  press('mark', 'auxclick', 2);
  expect(sendBeacon).not.toHaveBeenCalled();
});
