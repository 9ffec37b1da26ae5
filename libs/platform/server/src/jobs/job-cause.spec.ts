import { describe, expect, it } from '@jest/globals';
import { causeOf } from './job-cause.js';

describe('the cause of a failed job', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:1025', 'unreachable'],
    ['getaddrinfo ENOTFOUND mail.firma.example', 'unreachable'],
    ['Invalid login: 535 5.7.8 authentication failed', 'mail-server'],
    ["Can't send mail - all recipients were rejected (EENVELOPE)", 'mail-server'],
    ['Greeting never received: ETIMEDOUT', 'timeout'],
    ["ENOSPC: no space left on device, write '/data/files/abc'", 'storage'],
    ['duplicate key value violates unique constraint "uq_post"', 'database'],
    ["Cannot read properties of undefined (reading 'id')", 'defect'],
    [null, 'defect'],
  ])('is told from %j without repeating it', (error, cause) => {
    expect(causeOf(error)).toBe(cause);
  });
});
