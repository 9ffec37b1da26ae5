import { describe, expect, it } from '@jest/globals';
import { areaBetween, withMeasure } from './black-out.js';
import { fileMarkdown } from './file-markdown.js';

describe('an area drawn over a picture', () => {
  it('lies between two corners, whichever came first', () => {
    const area = { left: 10, top: 20, width: 30, height: 5 };
    expect(areaBetween({ x: 10, y: 20 }, { x: 40, y: 25 })).toEqual(area);
    expect(areaBetween({ x: 40, y: 25 }, { x: 10, y: 20 })).toEqual(area);
  });

  it('ends where the picture does', () => {
    expect(areaBetween({ x: -30, y: 90 }, { x: 20, y: 400 })).toEqual({
      left: 0,
      top: 90,
      width: 20,
      height: 10,
    });
  });

  it('is none when the hand only slipped', () => {
    expect(areaBetween({ x: 10, y: 10 }, { x: 10.3, y: 60 })).toBeNull();
  });

  it('stays inside the picture, whatever number is typed', () => {
    const area = { left: 50, top: 50, width: 50, height: 50 };
    expect(withMeasure(area, 'left', 80)).toEqual({ ...area, left: 80, width: 20 });
    expect(withMeasure(area, 'height', 900)).toEqual(area);
    expect(withMeasure(area, 'top', -5)).toEqual({ ...area, top: 0 });
  });
});

describe('the Markdown of a file', () => {
  it('cannot be ended by its description', () => {
    const picture = { kind: 'image', url: '/files/x-10x10' } as const;
    expect(fileMarkdown(picture, 'a](javascript:alert(1))[b\n')).toBe(
      '![a (javascript:alert(1)) b](/files/x-10x10)',
    );
  });

  it('of a document is a link', () => {
    expect(fileMarkdown({ kind: 'pdf', url: '/files/x' }, 'Anhang')).toBe('[Anhang](/files/x)');
  });
});
