import { describe, expect, it } from '@jest/globals';
import { renderPage, type PageRequest } from './entry-server.js';
import { demoValues } from './testing/demo-values.js';
import { mockExecute } from './testing/mock-execute.js';
import { bodyOf, request, schemaFile, signedIn, textOf } from './testing/page-request.js';

describe('the way to ask in a board', () => {
  const boardPage = (viewer: 'visitor' | 'signed-in', may: object) =>
    renderPage(
      request('/b/telefonie/b0', {
        ...(viewer === 'signed-in' && signedIn),
        execute: mockExecute(schemaFile, {
          ...demoValues,
          'Query.board': { ...(demoValues['Query.boards'] as object[])[0], ...may },
        }),
      }),
    );

  it.each([
    ['is shown to a visitor where members may post', 'visitor', false, true, true],
    ['is not shown to a visitor where only the team may', 'visitor', false, false, false],
    ['is shown to the team where only the team may', 'signed-in', true, false, true],
    ['is not shown to a member who may not', 'signed-in', false, true, false],
  ] as const)('%s', async (_, viewer, viewerMayPost, membersMayPost, shown) => {
    const { html } = await boardPage(viewer, { viewerMayPost, membersMayPost });
    expect(textOf(html)).toContain('Telefonie');
    expect(textOf(html).includes('Frage in Telefonie stellen')).toBe(shown);
    expect(html.includes('href="/ask?board=b0"')).toBe(shown);
  });
});

describe('the bar of a thread on a phone', () => {
  const barOf = (html: string) => /<div[^>]*data-reply-bar[\s\S]*/.exec(bodyOf(html))?.[0] ?? '';

  it.each([
    ['/t/thema/t1', {}, ['#reply', '/same-problem/t1', '/sign-in?next=%2Ft%2Fthema%2Ft1']],
    ['/t/thema/t1', signedIn, ['#reply', '/form/unshareProblem', '/form/followThread']],
  ] as const)('%s holds what is done most', async (address, who, ways) => {
    const bar = barOf((await renderPage(request(address, who))).html);
    for (const way of ways) expect(bar).toContain(`="${way}"`);
  });
});

describe('somebody who is suspended', () => {
  const suspension = { reason: 'Werbung trotz zweier Hinweise', endsAt: '2026-11-29T14:00:00.000Z' };
  const asSuspended = (address: string, held: object | null) =>
    renderPage(
      request(address, {
        ...signedIn,
        execute: mockExecute(schemaFile, { ...demoValues, 'Viewer.suspension': held }),
      }),
    );

  it('reads why and how long, and is told of it on every other page', async () => {
    const { html } = await asSuspended('/suspended', suspension);
    expect(textOf(html)).toContain('Gesperrt bis 29.11.2026, 15:00 Grund: Werbung trotz zweier Hinweise');
    expect(textOf(html)).not.toContain('Warum und wie lange?');
    expect(textOf((await asSuspended('/ask', suspension)).html)).toContain('Warum und wie lange?');
  });

  it.each(['/t/rufumleitung/t0', '/ask', '/blog/artikel/a0'])(
    'finds it in place of the form on %s',
    async (address) => {
      const form = /action="\/form\/(?:reply|startThread|writeComment)"/;
      expect((await asSuspended(address, null)).html).toMatch(form);
      const { html } = await asSuspended(address, suspension);
      expect(html).not.toMatch(form);
      expect(textOf(html)).toContain(
        'Grund: Werbung trotz zweier Hinweise Das hat die Moderation entschieden.',
      );
      expect(html).toContain('href="/imprint"');
      expect(html).not.toContain('quote=');
    },
  );

  it('is nobody else: the page leads home', async () => {
    expect((await asSuspended('/suspended', null)).redirect).toBe('/');
  });
});

describe('English', () => {
  it('has its own addresses, also in forms', async () => {
    const { html } = await renderPage(request('/t/rufumleitung/t0', { ...signedIn, locale: 'en' }));
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('action="/en/form/reply"');
    expect(html).toContain('href="/en/b/telefonie/b0"');
    expect(html).toContain('hreflang="de" href="https://forum.example/t/rufumleitung/t0"');
  });
});

describe('German with du', () => {
  const familiar = { ...request('/').site, address: 'du' as const };

  it('speaks to people so, and leaves English as it is', async () => {
    const german = await renderPage(request('/', { site: familiar }));
    expect(german.html).toContain('Was können wir für dich tun?');
    expect(german.html).not.toMatch(/\b(?:für Sie|Ihr Problem)\b/);
    const english = await renderPage(request('/', { site: familiar, locale: 'en' }));
    expect(english.html).toContain('What can we do for you?');
  });
});

describe('what is switched off', () => {
  const without = (address: string, more: Partial<PageRequest> = {}) =>
    renderPage(
      request(address, {
        ...more,
        site: { ...request('/').site, off: ['blog', 'ranking', 'experts', 'faq', 'persons'] },
      }),
    );

  it.each([
    ...['/blog', '/blog/artikel/a0', '/desk/blog', '/ranking', '/faq', '/desk/marks'],
    ...['/desk/experts', '/desk/proposals', '/settings/display'],
  ])('%s is not there', async (address) => {
    expect((await without(address, signedIn)).status).toBe(404);
    expect((await renderPage(request(address, signedIn))).status).toBe(200);
  });

  it.each(['/', '/admin', '/b/telefonie/b0'])('%s leads nowhere near it', async (address) => {
    const { status, html } = await without(address, signedIn);
    expect(status).toBe(200);
    expect(html).not.toMatch(
      /href="\/(?:blog|desk\/blog|ranking|faq|desk\/(?:marks|experts|proposals)|settings\/display)/,
    );
  });
});

describe('the time zone of the site', () => {
  it.each([
    ['Europe/Berlin', '20. November 2026 um 10:15'],
    ['America/New_York', '20. November 2026 um 04:15'],
  ])('%s shows %s', async (timeZone, shown) => {
    const site = { name: 'Testgemeinde', baseUrl: 'https://forum.example', timeZone };
    const { html } = await renderPage(request('/t/rufumleitung/t0', { site }));
    expect(html).toContain(`title="${shown}"`);
  });
});

describe('what staff have just done', () => {
  const lineOf = async (address: string) => {
    const { html } = await renderPage(request(address, signedIn));
    return /<p [^>]*role="status"[^>]*>.*?<span>(.*?)<\/span>/s.exec(bodyOf(html))?.[1];
  };

  it.each([
    ['/desk/notices?done=removed', 'Entschieden: Der Inhalt ist ausgeblendet.'],
    ['/desk/notices?done=kept', 'Entschieden: Der Inhalt bleibt stehen.'],
    ['/desk/objections?done=granted', 'Entschieden: Der Text ist wieder zu sehen.'],
    ['/desk/objections?done=rejected', 'Entschieden: Der Text bleibt ausgeblendet.'],
    ['/desk/held?done=published', 'Veröffentlicht.'],
    ['/desk/held?done=refused', 'Abgelehnt. Der Text geht mit der Begründung zurück.'],
    ['/desk/experts?done=appointed', 'Ernannt. Das Mitglied steht jetzt in der Liste.'],
    ['/desk/experts?done=ended', 'Die Ernennung ist beendet.'],
    ['/desk/marks?done=confirmed', 'Bestätigt. Die Angabe steht jetzt neben dem Namen.'],
    ['/desk/reveals?done=refused', 'Der Antrag ist abgelehnt.'],
    ['/t/thema/t1?done=pinned', 'Angepinnt. Das Thema steht jetzt oben in seinem Bereich.'],
    ['/t/thema/t1?done=unslowed', 'Antworten brauchen keine Pause mehr.'],
  ])('%s says: %s', async (address, line) => {
    expect(await lineOf(address)).toBe(line);
  });

  it.each(['/desk/notices', '/desk/notices?done=toString', '/desk/held?done=removed', '/t/thema/t1?done='])(
    '%s confirms nothing',
    async (address) => {
      expect(await lineOf(address)).toBeUndefined();
    },
  );
});

describe('what staff are asked for', () => {
  const times = async (address: string, values: object, sentence: string) => {
    const execute = mockExecute(schemaFile, { ...demoValues, ...values });
    const { html } = await renderPage(request(address, { ...signedIn, execute }));
    return textOf(html).split(sentence).length - 1;
  };
  const owing = {
    'Viewer.secondFactorOwed': true,
    'Query.secondFactor': { on: false, owed: true, fresh: false, codesLeft: null, setup: null },
  };
  const nameless = { 'Viewer.staffLacks': ['NAME', 'PHOTO'] };

  it.each([
    '/mine',
    '/ask',
    '/t/thema/t1',
    '/settings/account/second-factor',
    '/settings/account/second-factor?done=off',
  ])('%s asks for the second factor once', async (address) => {
    expect(await times(address, owing, 'Das Team braucht hier einen zweiten Faktor.')).toBe(1);
  });

  it.each(['/desk/blog/new', '/desk/blog/a0', '/desk/blog/new?from=/mine'])(
    '%s asks for the name once, where the field would be',
    async (address) => {
      expect(await times(address, nameless, 'zur Person')).toBe(0);
      expect(await times(address, nameless, 'Jetzt den Namen eintragen')).toBe(1);
    },
  );
});
