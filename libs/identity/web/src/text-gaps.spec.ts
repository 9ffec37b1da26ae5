import { describe, expect, it } from '@jest/globals';
import { fillGaps, gapsIn } from './text-gaps.js';

const TEXT = '# Impressum\n\n[Straße]\\\n**Kontakt:** Telefon [Nummer], [mehr](/mehr), Frist [Zahl] Tage';

describe('gaps of a text', () => {
  it('are what stands in brackets and is no link, each with its line', () => {
    expect(gapsIn(TEXT)).toEqual([
      { label: 'Straße', context: '…' },
      { label: 'Nummer', context: 'Kontakt: Telefon …, [mehr](/mehr), Frist [Zahl] Tage' },
      { label: 'Zahl', context: 'Kontakt: Telefon [Nummer], [mehr](/mehr), Frist … Tage' },
    ]);
  });

  it('are filled one by one, and stay where there is nothing to fill them with', () => {
    const filled = fillGaps(TEXT, ['Am Hang 1 $&', '  ', '14']);
    expect(filled).toBe(TEXT.replace('[Straße]', () => 'Am Hang 1 $&').replace('[Zahl]', '14'));
    expect(gapsIn(filled).map(({ label }) => label)).toEqual(['Nummer']);
  });
});
