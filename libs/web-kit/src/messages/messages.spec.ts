import { describe, expect, it } from '@jest/globals';
import { createMessages, messagesOf, type MessageLoader } from './messages.js';

const texts = {
  plain: 'Beitrag',
  place: 'Beitrag {{position}} von {{total}}',
  label: 'Beitrag {{position}}',
  size: '{{size}} groß',
  replies_one: '{{count}} Antwort',
  replies_other: '{{count}} Antworten',
};
const load = () => Promise.resolve({ default: texts });
const loader: MessageLoader = { de: load, en: load };

type Anything = (key: string, values?: Record<string, string | number>) => string;

async function lookUp(): Promise<Anything> {
  const engine = await createMessages('de', { kit: loader } as unknown as Parameters<
    typeof createMessages
  >[1]);
  return messagesOf(engine, 'kit') as unknown as Anything;
}

describe('messagesOf', () => {
  it('gives every number its own text, whatever its place is called, and again the second time', async () => {
    const t = await lookUp();
    for (const _time of [1, 2]) {
      expect(t('label', { position: 4 })).toBe('Beitrag 4');
      expect(t('label', { position: 21 })).toBe('Beitrag 21');
      expect(t('replies', { count: 1 })).toBe('1 Antwort');
      expect(t('replies', { count: 2 })).toBe('2 Antworten');
      expect(t('plain')).toBe('Beitrag');
    }
  });

  it('tells texts with words and with several values apart', async () => {
    const t = await lookUp();
    expect(t('size', { size: 'sehr' })).toBe('sehr groß');
    expect(t('size', { size: 'zu' })).toBe('zu groß');
    expect(t('size', { size: 3 })).toBe('3 groß');
    expect(t('place', { position: 1, total: 2 })).toBe('Beitrag 1 von 2');
    expect(t('place', { position: 1, total: 3 })).toBe('Beitrag 1 von 3');
  });

  it('goes on telling texts when more numbers were asked for than are remembered', async () => {
    const t = await lookUp();
    for (let position = 0; position < 2_100; position += 1) t('label', { position });
    expect(t('label', { position: 2_099 })).toBe('Beitrag 2099');
    expect(t('label', { position: 7 })).toBe('Beitrag 7');
    expect(t('plain')).toBe('Beitrag');
  });
});
