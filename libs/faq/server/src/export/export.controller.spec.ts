import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { FaqExportController } from './export.controller.js';
import { ExportFaq } from './export-faq.service.js';

describe('GET /faq/export/:name', () => {
  let root: string;
  let app: NestExpressApplication;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'faq-download-'));
    await mkdir(join(root, 'release-1'));
    await writeFile(join(root, 'release-1', 'faq.de.jsonld'), '{"ok":true}');
    await writeFile(join(root, 'release-1', 'secret.txt'), 'not ours to give');
    await writeFile(join(root, 'secret.txt'), 'not ours to give');
    await symlink('release-1', join(root, 'current'));
    const module = await Test.createTestingModule({
      controllers: [FaqExportController],
      providers: [{ provide: ExportFaq, useValue: { currentFolder: join(root, 'current') } }],
    }).compile();
    app = await module.createNestApplication<NestExpressApplication>().init();
  });
  afterAll(async () => {
    await app.close();
    await rm(root, { recursive: true });
  });

  const get = (path: string) => request(app.getHttpServer()).get(path);

  it('gives a file of the current export to keep', async () => {
    const response = await get('/faq/export/faq.de.jsonld').buffer(true);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(response.headers['content-disposition']).toBe('attachment; filename="faq.de.jsonld"');
    expect(String(response.text ?? response.body)).toContain('"ok":true');
  });

  it.each([
    'secret.txt',
    '..%2fsecret.txt',
    '..%2frelease-1%2fsecret.txt',
    '%2e%2e%2fsecret.txt',
    'faq.de.jsonld%00.txt',
    'FAQ.DE.JSONLD',
    'faq.fr.jsonld',
    '.',
    '__proto__',
  ])('gives nothing else: %s', async (name) => {
    const response = await get(`/faq/export/${name}`);
    expect(response.status).toBe(404);
    expect(JSON.stringify(response.body) + response.text).not.toContain('not ours');
  });

  it('says that a file is not there before the first export', async () => {
    expect((await get('/faq/export/faq.en.csv')).status).toBe(404);
  });
});
