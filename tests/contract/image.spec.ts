import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '@kundig/platform/server';
import { faultsOf } from '../support/dockerfile.js';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const dockerfile = read('docker/Dockerfile');
const compose = read('docker/compose.yaml');

describe('the image', () => {
  it('breaks no rule for Dockerfiles', () => {
    expect(faultsOf(dockerfile)).toEqual([]);
  });

  it('would be caught if it did', () => {
    const careless = [
      ...['FROM node', 'WORKDIR app', 'ARG API_TOKEN', 'ADD . .', 'RUN sudo npm install'],
      ...['FROM node:latest', 'COPY --from=0 /app/node_modules node_modules', 'CMD node api.js'],
    ].join('\n');
    expect(faultsOf(careless).map((fault) => fault.split(':')[0])).toEqual([
      ...['DL3006/DL3007', 'DL3002', 'DL3020', 'DL3025', 'DL3000', 'DL3004', 'DL3016', 'DL3057'],
      ...['a secret in the image', 'packages for development in the image'],
    ]);
  });

  it('takes nothing along that is secret or made on this machine', () => {
    const left = read('.dockerignore').split('\n');
    expect(left).toEqual(
      expect.arrayContaining(['**/node_modules', '.git', '**/.env', 'dist', 'data', 'keys', 'reports']),
    );
  });

  it('needs no package at run time that is only there for development', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const files = ['dist/server', 'dist/web/server'].flatMap(modulesBelow);
    expect(files.length).toBeGreaterThan(5);
    const imported = new Set(files.flatMap((file) => packagesIn(read(file))));
    expect(imported.size).toBeGreaterThan(20);
    expect([...imported].filter((name) => !(name in dependencies)).sort()).toEqual([]);
  });
});

describe('the compose file', () => {
  it('names every image with its version', () => {
    const images = [...compose.matchAll(/^ +image: (\S+)$/gm)].map(([, image]) => image!);
    expect(images.length).toBe(4);
    expect(images.filter((image) => !/:(?!latest$)[\w.-]+$/.test(image))).toEqual([]);
  });

  it('asks only for settings that its example names, and the example names no other', () => {
    const asked = new Set([...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
    const named = [...read('docker/.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(new Set(named)).toEqual(asked);
  });

  it('gives Kundig only settings that it knows', () => {
    const settings = [...compose.matchAll(/^ {4,6}([A-Z_]+): /gm)].map(([, name]) => name!);
    const others = settings.filter((name) => !(name in environmentSchema.shape));
    expect(others.filter((name) => !/^(POSTGRES|MEILI)_/.test(name))).toEqual([]);
  });
});

/** @returns paths of all modules below a folder of the repository */
const modulesBelow = (folder: string): string[] =>
  readdirSync(resolve(ROOT, folder), { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith('.js'));

/** @returns names of the packages that a module imports, statically or not */
function packagesIn(source: string): string[] {
  const specifiers = [...source.matchAll(/(?:^|[;\s}])(?:from|import) ?\(?["']([^"'\n]+)["']/g)].map(
    ([, text]) => text!,
  );
  return specifiers
    .filter(
      (specifier) => /^[@a-z]/.test(specifier) && !isBuiltin(specifier) && !specifier.startsWith('node:'),
    )
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
