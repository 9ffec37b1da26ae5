import { beforeEach, describe, expect, it } from '@jest/globals';
import { authorOfMail } from '@kundig/leak-guard/rules';
import {
  Actor,
  InvalidInput,
  NotFound,
  Translator,
  RequestContext,
  type Locale,
} from '@kundig/platform/server';
import { leakGuardTexts } from './index.js';
import { LeakQuestion } from './leak-question.service.js';
import { OwnTraces } from './own-traces.service.js';
import type { OperatorGuard, OperatorGuardSettings } from './operator-guard.js';

const NOTHING_SAID: OperatorGuardSettings = {
  patterns: [],
  hotlines: [],
  domains: [],
  off: [],
  binding: false,
};
let counted: string[] = [];
beforeEach(() => void (counted = []));

const questionOf = (settings: Partial<OperatorGuardSettings> = {}) => {
  const operator: OperatorGuard = {
    settings: { ...NOTHING_SAID, ...settings },
    count: async (_, answer, kinds) => void counted.push(...kinds.map((kind) => `${answer} ${kind}`)),
  };
  return new LeakQuestion(
    operator,
    new OwnTraces(operator),
    new Translator({ 'leak-guard': leakGuardTexts }),
  );
};
const question = questionOf();
const written = async <Settled>(settled: Settled) => settled;
const by = (actor: Actor, locale: Locale = 'de') =>
  RequestContext.for({ locale, actor, ownTraces: () => authorOfMail(actor.memberId ?? '') });
const ctx = by(Actor.visitor);

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
    expect(await question.settle(ctx, harmless, written)).toEqual({ body: harmless.body });
  });

  it('names the places of all texts', async () => {
    const refusal = await refusalOf(question.settle(ctx, input, written));
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
    const { details } = (await refusalOf(question.settle(ctx, { body }, written)))!;
    expect(details.params!.count).toBe(11);
    expect(String(details.params!.places).split(', ')).toHaveLength(10);
    const key = `Passwort: ${'aB3-'.repeat(40)}`;
    const long = (await refusalOf(question.settle(ctx, { body: key }, written)))!;
    expect(String(long.details.params!.places)).toMatch(/^Passwort oder Schlüssel \(.{47}…\)$/);
  });

  it('is answered by leaving everything as it is', async () => {
    expect(await question.settle(ctx, { ...input, leaks: 'leave' }, written)).toEqual(input);
  });

  it('is answered by hiding everything, in the words of the language', async () => {
    expect(await question.settle(ctx, { ...input, leaks: 'hide' }, written)).toEqual({
      title: 'Rückruf an [Telefonnummer]',
      body: 'Kd.-Nr. [Kundennummer] ist gesperrt.',
      details: ['TK-Anlage', 'PIN: [Passwort oder Schlüssel]'],
    });
    const english = by(Actor.visitor, 'en');
    expect(await question.settle(english, { body: `Call ${PHONE}`, leaks: 'hide' }, written)).toEqual({
      body: 'Call [telephone number]',
    });
  });

  it('is not put again about what is published already, however it is spelled', async () => {
    const edited = { body: 'Ruft bitte 0221/4710-388 an.' };
    const published = async () => [`Ruft ${PHONE} an.`];
    expect(await question.settle(ctx, edited, written, published)).toEqual(edited);
    const more = { body: 'Ruft 0221/4710-388 an, PIN: 4711' };
    expect((await refusalOf(question.settle(ctx, more, written, published)))!.details.params!.count).toBe(1);
  });

  it('counts what became of places by their kinds, once it is answered', async () => {
    await refusalOf(question.settle(ctx, input, written));
    expect(counted).toEqual([]);
    await question.settle(ctx, { ...input, leaks: 'leave' }, written);
    expect(counted).toEqual(['leave phone', 'leave customer-number', 'leave secret']);
    counted = [];
    await question.settle(ctx, { body: `Ruft ${PHONE} an.`, leaks: 'hide', leaksHidden: ['iban'] }, written);
    expect(counted).toEqual(['hide iban', 'hide phone']);
  });

  it('counts nothing of what is refused', async () => {
    const refused = () => Promise.reject(new NotFound());
    await expect(question.settle(ctx, { ...input, leaks: 'leave' }, refused)).rejects.toThrow(NotFound);
    expect(counted).toEqual([]);
  });

  it('follows what the operator has set', async () => {
    const silent = questionOf({ hotlines: [PHONE], off: ['secret', 'customer-number'] });
    expect(await silent.settle(ctx, input, written)).toEqual(input);
    const own = questionOf({ patterns: [{ kind: 'contract-number', pattern: 'NV-##.##' }] });
    const body = 'Seit gestern steht NV-48.15 auf der Rechnung.';
    expect(await question.settle(ctx, { body }, written)).toEqual({ body });
    expect(await own.settle(ctx, { body, leaks: 'hide' }, written)).toEqual({
      body: 'Seit gestern steht [Vertragsnummer] auf der Rechnung.',
    });
  });
});

describe('what must go where the operator demands it', () => {
  const bound = questionOf({ binding: true });
  const staff = by(Actor.member('team', [], [{ role: 'moderator', boardIds: null }]));
  const answerTo = async (ask: Promise<unknown>) => {
    const refusal = await refusalOf(ask);
    return refusal && `${refusal.details.field} ${refusal.messageKey}`;
  };

  it('is not left by those who speak for the operator, and goes when hidden', async () => {
    for (const leaks of [null, 'leave'] as const)
      expect(await answerTo(bound.settle(staff, { ...input, leaks }, written))).toBe(
        'leaks leak-guard:error.bound',
      );
    expect(
      await answerTo(bound.settleUnchanged(staff, { body: PHONE, leaks: 'leave' }, async () => null)),
    ).toBe('leaks leak-guard:error.bound');
    expect(counted).toEqual([]);
    expect((await bound.settle(staff, { ...input, leaks: 'hide' }, written)).body).toContain(
      '[Kundennummer]',
    );
  });

  it('is left by customers as ever, and by the team where nothing is demanded', async () => {
    expect(await bound.settle(ctx, { ...input, leaks: 'leave' }, written)).toEqual(input);
    expect(await question.settle(staff, { ...input, leaks: 'leave' }, written)).toEqual(input);
  });

  it('is not asked about again where everybody reads it already', async () => {
    const published = async () => [PHONE];
    const edited = { body: `Ruft ${PHONE} an.` };
    expect(await bound.settle(staff, edited, written, published)).toEqual(edited);
  });

  it('is named by its field in a text of the operator', () => {
    const texts = { question: 'Wer hilft?', answer: `Ruft ${PHONE} an.` };
    expect(() => question.refuseBound(staff, texts)).not.toThrow();
    expect(() => bound.refuseBound(staff, { ...texts, answer: 'Niemand' })).not.toThrow();
    expect(() => bound.refuseBound(staff, texts)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: 'answer' }) }),
    );
  });
});

describe('what the account of the author says of them', () => {
  const body = 'Wir, Anna Schmidt von Nordbau, erreichbar unter nordbau.de';
  const places = async (actor: Actor, settings: Partial<OperatorGuardSettings> = {}) =>
    (await refusalOf(questionOf(settings).settle(by(actor), { body }, written)))?.details.params?.places ??
    null;
  const anna = 'anna.schmidt@nordbau.de';

  it('is looked for in their own texts', async () =>
    expect(await places(Actor.member(anna))).toBe(
      'eigener Name (Anna Schmidt), eigene Domain (Nordbau), eigene Domain (nordbau.de)',
    ));

  it('and in no texts of others', async () => {
    expect(await places(Actor.visitor)).toBeNull();
    expect(await places(Actor.member('k42@gmx.de'))).toBeNull();
  });

  it('is no secret where they speak for the operator, or where it is the operator’s own', async () => {
    const grants = [{ role: 'moderator', boardIds: null }] as const;
    expect(await places(Actor.member(anna, [], grants))).toBeNull();
    expect(await places(Actor.member(anna), { domains: ['Nordbau.de'] })).toBe('eigener Name (Anna Schmidt)');
  });
});
