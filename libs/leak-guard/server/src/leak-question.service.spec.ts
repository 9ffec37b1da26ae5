import { describe, expect, it } from '@jest/globals';
import { InvalidInput, Translator, type RequestContext } from '@kundig/platform/server';
import { leakGuardTexts } from './index.js';
import { LeakQuestion } from './leak-question.service.js';

const question = new LeakQuestion(new Translator({ 'leak-guard': leakGuardTexts }));
const ctx = { locale: 'de' } as RequestContext;

const PHONE = '0221 4710-388';
const input = {
  title: `Rückruf an ${PHONE}`,
  body: 'Kd.-Nr. 6610428 ist gesperrt.',
  details: ['TK-Anlage', 'PIN: 4711'],
};

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error as InvalidInput,
  );

describe('the question about what may be nobody’s to read', () => {
  it('is not put about a text without such places', async () => {
    const harmless = { body: 'Fehler 403 seit dem Update auf 7.57', leaks: null };
    expect(await question.settle(ctx, harmless)).toEqual({ body: harmless.body });
  });

  it('names the places of all texts', async () => {
    const refusal = await refusalOf(question.settle(ctx, input));
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal!.details).toEqual({
      field: 'leaks',
      params: {
        count: 3,
        places: `Telefonnummer (${PHONE}), Kundennummer (6610428), Passwort oder Schlüssel (4711)`,
      },
    });
  });

  it('names ten places, and shortens a long one', async () => {
    const body = Array.from({ length: 11 }, (_, count) => `0221 47103-${10 + count}`).join('\n');
    const { details } = (await refusalOf(question.settle(ctx, { body })))!;
    expect(details.params!.count).toBe(11);
    expect(String(details.params!.places).split(', ')).toHaveLength(10);
    const key = `Passwort: ${'aB3-'.repeat(40)}`;
    const long = (await refusalOf(question.settle(ctx, { body: key })))!;
    expect(String(long.details.params!.places)).toMatch(/^Passwort oder Schlüssel \(.{47}…\)$/);
  });

  it('is answered by leaving everything as it is', async () => {
    expect(await question.settle(ctx, { ...input, leaks: 'leave' })).toEqual(input);
  });

  it('is answered by hiding everything, in the words of the language', async () => {
    expect(await question.settle(ctx, { ...input, leaks: 'hide' })).toEqual({
      title: 'Rückruf an [Telefonnummer]',
      body: 'Kd.-Nr. [Kundennummer] ist gesperrt.',
      details: ['TK-Anlage', 'PIN: [Passwort oder Schlüssel]'],
    });
    const english = { locale: 'en' } as RequestContext;
    expect(await question.settle(english, { body: `Call ${PHONE}`, leaks: 'hide' })).toEqual({
      body: 'Call [telephone number]',
    });
  });

  it('is not put again about what is published already, however it is spelled', async () => {
    const edited = { body: 'Ruft bitte 0221/4710-388 an.' };
    const published = async () => [`Ruft ${PHONE} an.`];
    expect(await question.settle(ctx, edited, published)).toEqual(edited);
    const more = { body: 'Ruft 0221/4710-388 an, PIN: 4711' };
    expect((await refusalOf(question.settle(ctx, more, published)))!.details.params!.count).toBe(1);
  });
});
