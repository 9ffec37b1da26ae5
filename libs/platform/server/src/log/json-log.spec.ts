import { describe, expect, it } from '@jest/globals';
import { JsonLog } from './json-log.js';
import { withoutPersonalData } from './personal-data.js';

const linesOf = (level: string, tell: (log: JsonLog) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  tell(new JsonLog(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the log for machines', () => {
  it('is one line of JSON with time, level, context and facts', () => {
    const [line] = linesOf('info', (log) => log.log({ route: '/t/:slug/:id', status: 200 }, 'Request'));
    expect(line).toMatchObject({ level: 'info', context: 'Request', route: '/t/:slug/:id', status: 200 });
    expect(Date.parse(line!.time as string)).not.toBeNaN();
    expect(line).not.toHaveProperty('hostname');
  });

  it('leaves the narration of the framework to debugging', () => {
    expect(linesOf('info', (log) => log.log('Mapped {/, GET} route', 'RouterExplorer'))).toEqual([]);
    expect(linesOf('debug', (log) => log.log('Mapped {/, GET} route', 'RouterExplorer'))).toHaveLength(1);
  });

  it('keeps the stack of a defect, and nobody in it', () => {
    const [line] = linesOf('warn', (log) =>
      log.error('550 <anna.b@firma.example> is unknown', 'Error: x\n    at y (z.js:1:2)', 'Worker'),
    );
    expect(line).toMatchObject({ level: 'error', msg: '550 <[mail]> is unknown', context: 'Worker' });
    expect(line!.stack).toContain('at y (z.js:1:2)');
  });
});

describe('a text of the log', () => {
  it.each([
    ['to anna+x@firma.example: refused', 'to [mail]: refused'],
    ['connect ECONNREFUSED 192.168.7.12:25', 'connect ECONNREFUSED [address]:25'],
    ['from 2001:db8:0:1::7 came', 'from [address] came'],
    [
      'invalid input syntax for type uuid: "mein "geheimer" Text"',
      'invalid input syntax for type uuid: [value]',
    ],
    [
      'value "99999999999" is out of range for type integer',
      'value [value] is out of range for type integer',
    ],
  ])('%s', (text, cleaned) => {
    expect(withoutPersonalData(text)).toBe(cleaned);
  });

  it.each([
    'at run (file:///app/node_modules/@nestjs/core/index.js:12:34)',
    'duplicate key value violates unique constraint "uq_account_mail"',
    'Kundig runs at http://localhost:3000 since 12:30:45',
  ])('keeps %s', (text) => {
    expect(withoutPersonalData(text)).toBe(text);
  });
});
