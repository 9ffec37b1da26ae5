import { describe, expect, it } from '@jest/globals';
import { renderPage, renderProblem } from './entry-server.js';
import { demoValues } from './testing/demo-values.js';
import { mockExecute } from './testing/mock-execute.js';
import { bodyOf, request, schemaFile, signedIn } from './testing/page-request.js';

describe('answers that are no pages', () => {
  it.each(['/t/x/missing', '/b/x/missing', '/u/missing', '/faq/x/missing', '/nothing/here', '/t/x'])(
    '%s does not exist',
    async (address) => {
      const { status, html } = await renderPage(request(address));
      expect(status).toBe(404);
      expect(html).toContain('Diese Seite gibt es nicht');
      expect(html).toContain('noindex');
    },
  );

  it('a wrong slug leads to the right one and keeps the query', async () => {
    const answer = await renderPage(request('/t/falsch/t0?page=2', { locale: 'en' }));
    expect(answer).toMatchObject({ status: 301, redirect: '/en/t/rufumleitung/t0?page=2' });
  });

  it.each(['/notifications', '/mine', '/settings/personas', '/desk/reports', '/p/p1/edit'])(
    '%s asks a visitor to sign in',
    async (address) => {
      const answer = await renderPage(request(address));
      expect(answer).toMatchObject({ status: 302, redirect: `/sign-in?next=${encodeURIComponent(address)}` });
    },
  );

  it.each([
    ['SignInRequiredError', 302],
    ['NotFoundError', 404],
    ['NotFoundError', 404],
  ])('a refusal %s becomes status %i', async (code, status) => {
    const execute = async () => ({ errors: [{ message: 'no', extensions: { code } }] }) as never;
    expect((await renderPage(request('/', { execute }))).status).toBe(status);
  });

  it('a defect is not hidden as a page', async () => {
    const execute = () => Promise.reject(new Error('database gone'));
    await expect(renderPage(request('/', { execute }))).rejects.toThrow('database gone');
  });

  it.each([403, 404, 429, 500, 503] as const)('status %i has a page that needs no data', async (status) => {
    const page = await renderProblem(request('/'), status);
    expect(page.status).toBe(status);
    expect(page.html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page.html).not.toContain('id="state"');
  });
});

describe('a refused form', () => {
  const refusedForm = {
    mutation: 'register',
    fields: { nickname: 'Kranich<42', mail: 'k@firma', password: 'geheim-geheim', acceptPrivacy: 'true' },
    problems: [{ field: 'mail', message: 'Diese Adresse ist unvollständig.' }],
    status: 422,
  };

  it('comes back with what was typed and what to mend, but without the password', async () => {
    const { status, html } = await renderPage(request('/register', { refusedForm }));
    const body = bodyOf(html);
    expect(status).toBe(422);
    expect(body).toContain('value="Kranich&lt;42"');
    expect(body.match(/Diese Adresse ist unvollständig\./g)).toHaveLength(2);
    expect(body).toMatch(/<input[^>]*aria-invalid="true"[^>]*>/);
    expect(body).toMatch(/name="acceptPrivacy"[^>]*checked|checked[^>]*name="acceptPrivacy"/);
    expect(body).not.toMatch(/name="acceptNetiquette"[^>]*checked|checked[^>]*name="acceptNetiquette"/);
    expect(html).not.toContain('geheim');
  });

  it('is the one with the same hidden fields, not its neighbours', async () => {
    const kudos = {
      mutation: 'giveKudos',
      fields: { postId: 'p5' },
      problems: [{ message: 'Heute reicht es.' }],
      status: 429,
    };
    const { html } = await renderPage(request('/t/rufumleitung/t0', { ...signedIn, refusedForm: kudos }));
    expect(bodyOf(html).match(/Heute reicht es\./g)).toHaveLength(1);
  });
});

describe('what travels to the browser', () => {
  it('cannot break out of its script element', async () => {
    const execute = mockExecute(schemaFile, {
      ...demoValues,
      'Query.member': { ...{ id: 'm', nickname: '</script><b>', path: '/u/x', joinedMonth: '2026-01' } },
    });
    const { html } = await renderPage(request('/u/x', { execute }));
    expect(html).not.toContain('</script><b>');
  });

  it('holds nothing that differs between two visitors but the key of the rendering', async () => {
    const [first, second] = await Promise.all([renderPage(request('/')), renderPage(request('/'))]);
    const withoutKey = (html: string) => html.replace(/"renderKey":"[^"]+"/, '');
    expect(withoutKey(first.html)).toBe(withoutKey(second.html));
  });
});
