import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { renderPart } from '../testing/index.js';
import { DateField } from './fields.js';

const field = () => screen.getByLabelText<HTMLInputElement>('Ende');
const choose = (value: string) => fireEvent.change(field(), { target: { value } });
const described = () => document.getElementById(field().getAttribute('aria-describedby')!)!.textContent;

describe('DateField', () => {
  it('says what is chosen in the language of the page, whatever that of the browser is', async () => {
    await renderPart(<DateField name="until" label="Ende" withTime />);
    expect(described()).not.toContain('2026');
    choose('2026-11-22T08:00');
    expect(described()).toContain('Sonntag, 22. November 2026 um 08:00');
    choose('2026-11-23T17:30');
    expect(described()).toContain('Montag, 23. November 2026 um 17:30');
    choose('');
    expect(described()).not.toContain('2026');
  });

  it('says so of what it began with, in English and without a time, too', async () => {
    await renderPart(<DateField name="until" label="Ende" defaultValue="2026-11-22" />, {
      runtime: { locale: 'en' },
    });
    expect(described()).toMatch(/Sunday,? 22 November 2026$/);
  });
});
