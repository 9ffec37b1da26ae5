import { describe, expect, it } from '@jest/globals';
import { applyTool } from './markdown-tools.js';

describe('applyTool', () => {
  it.each([
    ['bold', 'sehr', '**sehr**'],
    ['code', 'ping', '`ping`'],
    ['code', 'a\nb', '```\na\nb\n```'],
    ['list', 'a\nb', '- a\n- b'],
    ['link', 'Anleitung', '[Anleitung](https://)'],
  ] as const)('%s turns %p into %p', (tool, selected, expected) => {
    expect(applyTool(tool, selected, 'Text').text).toBe(expected);
  });

  it.each(['bold', 'code', 'list'] as const)(
    '%s selects the placeholder, so that it is typed over',
    (tool) => {
      const { text, selectFrom, selectTo } = applyTool(tool, '', 'Text');
      expect(text.slice(selectFrom, selectTo)).toBe('Text');
    },
  );

  it('selects the address of a link', () => {
    const { text, selectFrom, selectTo } = applyTool('link', 'Anleitung', 'Text');
    expect(text.slice(selectFrom, selectTo)).toBe('https://');
  });
});
