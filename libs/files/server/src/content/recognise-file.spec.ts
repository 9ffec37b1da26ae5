import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { recogniseFile } from './recognise-file.js';

const dot = sharp({ create: { width: 4, height: 4, channels: 3, background: '#123' } });

describe('recogniseFile', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('takes a %s for a picture', async (format) => {
    expect(await recogniseFile(await dot.clone().toFormat(format).toBuffer())).toBe('image');
  });

  it.each([
    ['pdf', '%PDF-1.7\n1 0 obj\n'],
    ['text', 'Nov 21 22:54:21 router pppd[411]: LCP terminated\r\n\u001b[31mError\u001b[0m'],
    ['text', '<?xml version="1.0"?><config><dsl mode="vdsl2"/></config>'],
    ['text', 'if (a < b) print("Grüße");'],
  ] as const)('tells a %s by its bytes', async (kind, content) => {
    expect(await recogniseFile(Buffer.from(content))).toBe(kind);
  });

  it('reads what Windows writes: UTF-16 and umlauts of its own', async () => {
    expect(await recogniseFile(Buffer.from('\ufeffEreignis 7001', 'utf16le'))).toBe('text');
    expect(await recogniseFile(Buffer.from('Gerät nicht verfügbar', 'latin1'))).toBe('text');
  });

  it.each([
    ['empty', ''],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['svg', '<?xml version="1.0"?><!-- x --><svg onload="alert(1)"/>'],
    ['markup', '<!DOCTYPE html><title>x</title>'],
    ['markup', '\ufeff \n<HTML><body onload=alert(1)>'],
    ['markup', 'harmlos\n<script>alert(1)</script>'],
    ['kind', 'PK\u0003\u0004\u0014\u0000\u0000\u0000'],
    ['kind', '\u007fELF\u0002\u0001\u0001\u0000\u0000'],
    ['kind', 'MZ\u0000\u0001\u0002'],
    ['picture', 'II*\u0000\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000'],
    ['picture', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'],
  ])('refuses with the reason %s', async (reason, content) => {
    await expect(recogniseFile(Buffer.from(content, 'latin1'))).rejects.toMatchObject({
      messageKey: `files:error.${reason}`,
    });
  });
});
