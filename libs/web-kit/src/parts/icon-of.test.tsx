import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { iconOf } from './icon-of.js';

const Icon = iconOf([
  ['path', { d: 'M4 12h16' }],
  ['path', { d: 'M12 4v16' }],
]);
const drawn = (icon: React.ReactElement) => render(icon).container.querySelector('svg')!;

describe('an icon', () => {
  it('has all its lines in one path', () => {
    const paths = [...drawn(<Icon />).querySelectorAll('path')];
    expect(paths.map((path) => path.getAttribute('d'))).toEqual(['M4 12h16M12 4v16']);
  });

  it('is as large and as bold as it is asked to be, and says what it is told', () => {
    const svg = drawn(<Icon size={16} stroke={2.5} className="closed" aria-label="Geschlossen" />);
    expect(svg.getAttribute('width')).toBe('16');
    expect(svg.getAttribute('height')).toBe('16');
    expect(svg.getAttribute('stroke-width')).toBe('2.5');
    expect(svg.classList).toContain('closed');
    expect(svg.getAttribute('aria-label')).toBe('Geschlossen');
  });
});
