import { describe, expect, it } from '@jest/globals';
import { faceOf, initialsOf } from './Avatar.js';

describe('initials', () => {
  it.each([
    ['Miriam Hofer', 'MH'],
    ['Dr. Hans-Peter Meyer-Schulze', 'DM'],
    ['Jonas', 'J'],
    ['  örtel  (Vertrieb) ', 'ÖV'],
    ['42', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('a face', () => {
  const author = { pictureSeed: 's', picture: null };

  it('of staff without a photo shows initials, of anybody else never', () => {
    expect(faceOf({ ...author, kind: 'STAFF' }, 'Miriam Hofer').initials).toBe('MH');
    for (const kind of ['MEMBER', 'PERSONA', 'DELETED'])
      expect(faceOf({ ...author, kind }, 'Anonym · Eisvogel').initials).toBeUndefined();
  });

  it('is the smallest version of a photo', () => {
    expect(faceOf({ ...author, kind: 'STAFF', picture: '/files/a-800x800' }, 'M H').picture).toBe(
      '/files/a-800x800/480',
    );
  });
});
