import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.js';

describe('detectLanguage', () => {
  it.each([
    'WLAN bricht nach dem Update ab',
    'Rufumleitung einrichten',
    'Wie kann ich die Rufnummer beim Kunden anzeigen lassen?',
    'SIP-Trunk registriert nicht mehr',
    'Problem mit dem Outlook-Kalender',
  ])('hears German in %j, whatever the interface speaks', (text) => {
    expect([detectLanguage(text, 'de'), detectLanguage(text, 'en')]).toEqual(['de', 'de']);
  });

  it.each([
    'The phone does not ring any more',
    'Call forwarding does not work',
    'VPN connection drops every hour',
    'How do I reset my router to its defaults?',
    'Which firmware supports Bluetooth headsets?',
  ])('hears English in %j', (text) => {
    expect([detectLanguage(text, 'de'), detectLanguage(text, 'en')]).toEqual(['en', 'en']);
  });

  it.each([
    ...['', 'Danke', 'Router', 'ESP8266 GPIO', '0228 123456 / 42'],
    ...[
      'El router no funciona desde ayer',
      'Il modem si riavvia ogni notte',
      'La ligne est coupée depuis hier',
    ],
    ...['Geen internet na de update', 'Linjen bryts varje natt', '電話が鳴りません。どうすればいいですか'],
  ])('gives the fallback for %j', (text) => {
    expect([detectLanguage(text, 'de'), detectLanguage(text, 'en')]).toEqual(['de', 'en']);
  });
});
