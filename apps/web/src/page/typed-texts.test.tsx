import { describe, expect, it, jest } from '@jest/globals';
import { render } from '@testing-library/react';
import { keepTypedTexts } from './typed-texts.js';

const onInput = jest.fn<(text: string) => void>();
function Form() {
  return (
    <form>
      <textarea
        name="address"
        defaultValue="/p/abc"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <textarea name="explanation" />
    </form>
  );
}

/** The page as the server sends it. */
function served() {
  document.body.innerHTML = `<div><form><textarea name="address">/p/abc</textarea><textarea name="explanation"></textarea></form></div>`;
  const page = document.querySelector('div')!;
  const [address, explanation] = page.querySelectorAll('textarea');
  return { page, address: address!, explanation: explanation! };
}
function takeOver(page: HTMLElement, typing: () => void = () => undefined) {
  const putBack = keepTypedTexts(page);
  typing();
  render(<Form />, { container: page, hydrate: true });
  putBack();
}
function type(field: HTMLTextAreaElement, text: string) {
  field.value = text;
  field.setSelectionRange(2, 2);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('what is typed before React is there', () => {
  it('stands where the server had filled a text in, and what reads along learns of it', () => {
    const { page, address, explanation } = served();
    type(address, '/p/abc\n/p/def');
    type(explanation, 'Das stimmt nicht.');
    takeOver(page);
    expect([address.value, explanation.value]).toEqual(['/p/abc\n/p/def', 'Das stimmt nicht.']);
    expect(address.selectionStart).toBe(2);
    expect(onInput).toHaveBeenLastCalledWith('/p/abc\n/p/def');
  });

  it('stands also when it is typed while React is at work, and when it is nothing any more', () => {
    const { page, address } = served();
    takeOver(page, () => type(address, ''));
    expect(address.value).toBe('');
  });

  it('leaves alone what nobody touched', () => {
    const { page, address, explanation } = served();
    onInput.mockClear();
    takeOver(page);
    expect([address.value, explanation.value]).toEqual(['/p/abc', '']);
    expect(onInput).not.toHaveBeenCalled();
  });
});
