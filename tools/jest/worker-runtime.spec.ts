import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import jestConfig from '../../jest.config.mjs';
import { nodeProgram, run } from '../lib/command.mjs';

describe('a worker of Jest', () => {
  it('keeps what it loaded for its next test file, and forgets what the file before changed', async () => {
    const unit = jestConfig.projects.find(({ displayName }) => displayName === 'unit')!;
    const testMatch = [join(import.meta.dirname, 'fixture', '*.fixture-spec.ts')];
    const projects = ['first', 'second'].map((displayName) => ({
      ...{ ...unit, displayName, testMatch },
      globals: { loadedFor: displayName },
    }));

    const { code, output } = await run(process.execPath, [
      ...['--experimental-vm-modules', '--no-warnings', ...nodeProgram('jest', 'bin', 'jest.js')],
      ...['--ci', '--verbose', '-w', '1', '--config', JSON.stringify({ rootDir: unit.rootDir, projects })],
    ]);

    expect(output).toContain('4 passed, 4 total');
    expect(output).toMatch(/the world of (\w+)[^]*the world of \1/); // whichever of them ran first
    expect(code).toBe(0);
  });
});
