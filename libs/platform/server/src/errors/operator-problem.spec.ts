import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OperatorProblem, operatorSentence } from './operator-problem.js';

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const listening = (port: number) =>
  new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

describe('what the operator is told', () => {
  it('is the sentence of a problem of ours, also of its kinds', () => {
    class Special extends OperatorProblem {}
    expect(operatorSentence(new Special('Do this.'))).toBe('Do this.');
  });

  it('names a port that is taken', async () => {
    const first = await listening(0);
    const { port } = first.address() as AddressInfo;
    const refusal = await refusalOf(listening(port));
    first.close();
    expect(operatorSentence(refusal)).toContain(`Port ${port} cannot be used (EADDRINUSE)`);
  });

  it('names a path that is no folder', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kundig-')), 'a-file');
    writeFileSync(file, '');
    const refusal = await refusalOf(mkdir(join(file, 'data')));
    expect(operatorSentence(refusal)).toMatch(/a-file.data lies below something that is no folder/);
  });

  it.each([
    [{ code: '53100' }, 'The disk is full'],
    [{ code: 'ENOSPC', path: '/data' }, 'The disk is full'],
    [{ code: 'ECONNREFUSED', port: 5432 }, 'The database cannot be used: nothing answers there'],
    [{ code: '28P01' }, 'it refuses the password'],
  ])('knows %j', (error, sentence) => {
    expect(operatorSentence(Object.assign(new Error('raw'), error))).toContain(sentence);
  });

  it('is nothing for a defect', () => {
    expect(operatorSentence(new TypeError('x is not a function'))).toBeNull();
    expect(operatorSentence('thrown text')).toBeNull();
  });
});
