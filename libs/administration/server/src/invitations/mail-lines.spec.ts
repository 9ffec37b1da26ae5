import { describe, expect, it } from '@jest/globals';
import { mailsIn } from './mail-lines.js';

const refusal = (text: string): unknown => {
  try {
    return mailsIn(text);
  } catch (error) {
    return (error as { messageKey: string; details: object }).details;
  }
};

describe('pasted mail addresses', () => {
  it('are read line by line, with names, separators and doubles as mail programs leave them', () => {
    expect(
      mailsIn(`ada@firma.example
        Grace Hopper <grace@firma.example>; "Lovelace, Ada" <ADA@firma.example>

        eins@firma.example, zwei@firma.example;drei@firma.example`),
    ).toEqual([
      'ada@firma.example',
      'grace@firma.example',
      'eins@firma.example',
      'zwei@firma.example',
      'drei@firma.example',
    ]);
  });

  it.each([
    ['Ada <ada@firma.example>; bob@firma.example'],
    ['ada@firma.example, Bob <bob@firma.example>'],
    ['ada@firma.example Bob <bob@firma.example>'],
    ['<ada@firma.example> bob@firma.example'],
    ['Lovelace, Ada <ada@firma.example>; "Ross; Bob" <bob@firma.example>'],
    ['Ada\tada@firma.example\tSales\nRoss, Bob\tbob@firma.example\tSales'],
    ['ada@firma.example\tbob@firma.example'],
    ['"ada@firma.example","bob@firma.example"\t\r'],
  ])('are all found where names, bare addresses and cells of a table are mixed: %j', (text) => {
    expect(mailsIn(text)).toEqual(['ada@firma.example', 'bob@firma.example']);
  });

  it.each([
    ['Ada <ada@firma.example>; bob', { field: 'mails', params: { line: 1, text: 'bob' } }],
    ['bob; Ada <ada@firma.example>', { field: 'mails', params: { line: 1, text: 'bob' } }],
    ['bob@, Ada <ada@firma.example>', { field: 'mails', params: { line: 1, text: 'bob@' } }],
    ['Ada\tada@firma.example\nBob\tbob@', { field: 'mails', params: { line: 2, text: 'bob@' } }],
    ['Name\tDepartment', { field: 'mails', params: { line: 1, text: 'Name' } }],
    ['ada@firma.example\n\nnobody at home', { field: 'mails', params: { line: 3, text: 'nobody' } }],
    ['ada@firma.example, bob@', { field: 'mails', params: { line: 1, text: 'bob@' } }],
    ['Ada <ada>', { field: 'mails', params: { line: 1, text: 'ada' } }],
    [`${'a'.repeat(300)}@firma.example`, { field: 'mails', params: { line: 1, text: 'a'.repeat(80) } }],
    [' \n ', { field: 'mails', params: undefined }],
  ])('are refused with the line at fault: %j', (text, details) => {
    expect(refusal(text)).toEqual(details);
  });

  it('are at most fifty', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `a${index}@firma.example`).join('\n');
    expect(mailsIn(lines(50))).toHaveLength(50);
    expect(refusal(lines(51))).toEqual({ field: 'mails', params: { count: 50 } });
  });
});
