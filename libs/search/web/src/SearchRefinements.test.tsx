import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPart } from '@kundig/web-kit/testing';
import { searchMessages } from './messages.js';
import { SearchRefinements } from './SearchRefinements.js';

async function open(address: string) {
  const { container } = await renderPart(
    <SearchRefinements url={new URL(address, 'https://example.test')} />,
    { messages: { search: searchMessages } },
  );
  const form = container.querySelector('form')!;
  return {
    details: container.querySelector('details')!,
    form,
    sent: () => Object.fromEntries(new FormData(form)),
  };
}

describe('SearchRefinements', () => {
  it('is folded while nothing is chosen, and keeps the rest of the address but its page', async () => {
    const { details, form, sent } = await open('/search?q=Fax&state=open&board=b1&page=3');
    expect(details.open).toBe(false);
    expect([form.method, form.getAttribute('action')]).toEqual(['get', '/search']);
    expect(sent()).toEqual({ q: 'Fax', state: 'open', board: 'b1', since: '', sort: '', author: '' });
  });

  it('shows what was chosen', async () => {
    const { details, sent } = await open('/search?q=Fax&since=week&sort=newest&author=Kranich42');
    expect(details.open).toBe(true);
    expect(sent()).toEqual({ q: 'Fax', since: 'week', sort: 'newest', author: 'Kranich42' });
    expect(screen.getByLabelText<HTMLSelectElement>('Geschrieben').value).toBe('week');
    expect(screen.getByLabelText<HTMLInputElement>('Nickname').value).toBe('Kranich42');
  });
});
