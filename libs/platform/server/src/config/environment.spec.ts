import { describe, expect, it } from '@jest/globals';
import { ConfigurationRefused, Environment } from './environment.js';

describe('the time zone', () => {
  it.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'])('may be %s', (name) => {
    expect(Environment.read({ TIME_ZONE: name }).get('TIME_ZONE')).toBe(name);
  });

  it('is that of Berlin where none is set', () => {
    expect(Environment.read({}).get('TIME_ZONE')).toBe('Europe/Berlin');
  });

  it.each(['Berlin', 'Europe/Nowhere', '+01:00', 'Europe/Berlin; x', ' '])('cannot be "%s"', (name) => {
    expect(() => Environment.read({ TIME_ZONE: name })).toThrow(ConfigurationRefused);
    expect(() => Environment.read({ TIME_ZONE: name })).toThrow(/TIME_ZONE: must be a time zone/);
  });
});
