import { describe, expect, it } from '@jest/globals';
import { configurationFile, THROW_AWAY } from './settings.js';

describe('configurationFile', () => {
  it('names the port and lets given settings win', () => {
    const text = configurationFile(5544, '', { work_mem: '1MB' });
    expect(text).toMatch(/^port = 5544$/m);
    expect(text.match(/^work_mem = .*$/gm)).toEqual(['work_mem = 1MB']);
  });

  it('quotes the folder of the socket', () => {
    expect(configurationFile(1, "/srv/peter's", {})).toMatch(
      /^unix_socket_directories = '\/srv\/peter''s'$/m,
    );
  });

  it('is durable unless asked otherwise', () => {
    expect(configurationFile(1, '', {})).not.toContain('fsync');
    expect(configurationFile(1, '', THROW_AWAY)).toMatch(/^fsync = off$/m);
  });

  it('listens on this machine only', () => {
    expect(configurationFile(1, '', {})).toMatch(/^listen_addresses = '127\.0\.0\.1'$/m);
  });
});
