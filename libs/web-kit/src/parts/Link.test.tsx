import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { renderPart } from '../testing/render-part.js';
import { Link } from './Link.js';

const address = () => screen.getByTestId('address').textContent;

describe('a link to a page', () => {
  it('bears the language in its address, not in what is asked for', async () => {
    await renderPart(<Link to="/b/telephony/b1?page=2#last">Telefonie</Link>, { runtime: { locale: 'en' } });
    const link = screen.getByRole('link', { name: 'Telefonie' });
    expect(link.getAttribute('href')).toBe('/en/b/telephony/b1?page=2#last');
    fireEvent.click(link);
    expect(address()).toBe('/b/telephony/b1?page=2#last');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'leaves a click with %j to the browser',
    async (held) => {
      await renderPart(<Link to="/faq">FAQ</Link>);
      document.addEventListener('click', (event) => event.preventDefault(), { once: true });
      fireEvent.click(screen.getByRole('link', { name: 'FAQ' }), held);
      expect(address()).toBe('/here?page=2');
    },
  );

  it('leaves the page alone, and says so, where it opens beside it', async () => {
    await renderPart(
      <Link to="/terms" newTab>
        Bedingungen
      </Link>,
    );
    const link = screen.getByRole('link', { name: 'Bedingungen (öffnet einen neuen Tab)' });
    expect(link.getAttribute('target')).toBe('_blank');
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    fireEvent.click(link);
    expect(address()).toBe('/here?page=2');
  });

  it('stays where its own handler has done what the link stands for', async () => {
    await renderPart(
      <Link to="/faq" onClick={(event) => event.preventDefault()}>
        FAQ
      </Link>,
    );
    fireEvent.click(screen.getByRole('link', { name: 'FAQ' }));
    expect(address()).toBe('/here?page=2');
  });
});
