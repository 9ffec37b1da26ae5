import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  AcceptLegalTextsService,
  IdentityPort,
  PublishLegalTextService,
  TextsToAccept,
  type PublishLegalText,
} from '@kundig/identity/server';
import { PageNotices, type RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let administrator: RequestContext;
let member: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.as(await community.withRole('administrator'));
  member = await community.member();
});
afterAll(() => community?.close());

const publish = (text: Partial<PublishLegalText>, ctx = administrator) =>
  community.get(PublishLegalTextService).execute(ctx, {
    slug: 'netiquette',
    replaces: '2026-11-01',
    titleDe: 'Netiquette',
    bodyDe: 'Wir bleiben höflich.',
    titleEn: 'Netiquette',
    bodyEn: 'We stay polite.',
    material: true,
    answers: [],
    withGaps: false,
    ...text,
  });
const shown = async (slug: string) =>
  (
    await community.ask<{ legalText: { html: string; version: string; incomplete: boolean } }>(
      community.visitor(),
      'query ($slug: String!) { legalText(slug: $slug) { html version incomplete } }',
      { slug },
    )
  ).legalText;
const waiting = async () => community.get(TextsToAccept).of(await community.as(member));
const accountOf = async ({ memberId }: TestMember) => {
  const [{ id }] = await community.owner.query('SELECT id FROM identity.account WHERE member_id = $1', [
    memberId,
  ]);
  return id as string;
};
const asked = async () => (await community.get(IdentityPort).actorFor(await accountOf(member)))!.textsWaiting;
const accept = async (version: string) =>
  community
    .get(AcceptLegalTextsService)
    .execute(await community.as(member), [{ slug: 'netiquette', version }]);

describe('the texts of the operator', () => {
  it('are our templates until they are written, and then what was written, by version', async () => {
    expect(await shown('imprint')).toMatchObject({ version: '2026-11-01' });
    await publish({ slug: 'imprint', bodyDe: 'Werkbank GmbH <script>alert(1)</script>' });
    const { html, version } = await shown('imprint');
    expect(html).toContain('Werkbank GmbH');
    expect(html).not.toContain('<script');
    expect(version).toBe('2026-11-02');
    await publish({ slug: 'imprint', replaces: version, bodyDe: 'Drehbank GmbH' });
    expect(await shown('imprint')).toMatchObject({ version: '2026-11-02.2' });
    const kept = await community.snapshotOf('identity.legal_text');
    expect(JSON.stringify(kept)).toContain('Werkbank GmbH');
    const { auditLog } = await community.ask<{ auditLog: object[] }>(
      administrator,
      '{ auditLog(first: 2) { path reason } }',
    );
    expect(auditLog).toEqual([
      { path: '/admin/texts/imprint', reason: 'Netiquette (2026-11-02.2)' },
      { path: '/admin/texts/imprint', reason: 'Netiquette (2026-11-02)' },
    ]);
  });

  it('are changed by one editor at a time: whoever edited an older version is told', async () => {
    const before = await community.snapshotOf('identity.legal_text');
    await expect(publish({ slug: 'imprint', replaces: '2026-11-01' })).rejects.toMatchObject({
      typename: 'ConflictError',
    });
    expect(await community.snapshotOf('identity.legal_text')).toEqual(before);
    const both = await Promise.allSettled([
      publish({ slug: 'accessibility', bodyDe: 'Eins' }),
      publish({ slug: 'accessibility', bodyDe: 'Zwei' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are in force only when every instance hears of it: one does not happen without the other', async () => {
    const before = await community.snapshotOf('identity.legal_text');
    const notice = jest.spyOn(PageNotices.prototype, 'drop').mockRejectedValueOnce(new Error('cut off'));
    await expect(publish({ slug: 'privacy', titleDe: 'Datenschutz' })).rejects.toThrow('cut off');
    notice.mockRestore();
    expect(await community.snapshotOf('identity.legal_text')).toEqual(before);
    expect(await shown('privacy')).toMatchObject({ version: '2026-11-01' });
  });

  it('are published with what was said of the gaps, which the next text offers', async () => {
    const [company, mail] = ['Name des Unternehmens mit Rechtsform', 'E-Mail-Adresse'];
    const said = (gap: string, de: string, applies = true) => ({ gap, de, en: '', applies });
    const terms = {
      slug: 'terms',
      bodyDe: `[${company}] hilft. Anrufe: [Telefonnummer]. Post: [Land oder Region der Server].`,
      bodyEn: '[Name and legal form of the company] helps. Post: [Country or region of the servers].',
      material: false,
      answers: [said(company, 'Drehbank GmbH'), said('Telefonnummer', '0221 1', false)],
    } as const;
    const before = await community.snapshotOf('identity.legal_text');
    const words = { ...said('Land oder Region der Server', 'Deutschland') };
    await expect(publish({ ...terms, answers: [...terms.answers, words] })).rejects.toMatchObject({
      typename: 'InvalidInputError',
      faults: [{ field: 'withGaps', params: { gaps: 'Land oder Region der Server (Englisch)' } }],
    });
    expect(await community.snapshotOf('identity.legal_text')).toEqual(before);

    await publish({ ...terms, withGaps: true });
    const { html, incomplete } = await shown('terms'); // readers meet no bracket of a template, and are told
    expect(incomplete).toBe(true);
    expect(html).toContain('Drehbank GmbH hilft.');
    expect(html).not.toMatch(/Post|\[/);
    const { operatorTexts } = await community.ask<{
      operatorTexts: { slug: string; gapsLeft: number; questions: object[] }[];
    }>(
      administrator,
      '{ operatorTexts { slug gapsLeft questions { gap answerDe notApplicable } template { titleDe } } }',
    );
    const left = (slug: string) => operatorTexts.find((text) => text.slug === slug)!;
    expect(left('terms')).toMatchObject({
      gapsLeft: 1,
      questions: [{ gap: 'Land oder Region der Server', answerDe: '', notApplicable: false }],
    });
    expect(left('terms')).toMatchObject({ template: { titleDe: expect.stringContaining('Nutzung') } });
    expect(left('privacy')).toMatchObject({ template: null });
    expect(left('privacy').questions).toEqual(
      expect.arrayContaining([
        { gap: company, answerDe: 'Drehbank GmbH', notApplicable: false },
        { gap: mail, answerDe: '', notApplicable: false },
        { gap: 'Telefonnummer', answerDe: '', notApplicable: true },
      ]),
    );
  });

  it('are the administrators’ alone, and no role of the database can change a version', async () => {
    const before = await community.snapshotOf('identity.legal_text');
    for (const role of ['moderator', 'editor'] as const)
      await expect(publish({}, await community.as(await community.withRole(role)))).rejects.toMatchObject({
        typename: 'NotFoundError',
      });
    expect(await community.snapshotOf('identity.legal_text')).toEqual(before);
    const [{ rights }] = await community.owner.query(
      `SELECT count(*)::int AS rights FROM information_schema.role_table_grants
       WHERE table_schema = 'identity' AND table_name = 'legal_text' AND grantee IN ('kundig_app', 'kundig_identity')
         AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')`,
    );
    expect(rights).toBe(0);
  });
});

describe('a material change', () => {
  it('is asked of members with what is new, until they accept that very version', async () => {
    expect([await asked(), await waiting()]).toEqual([false, []]);
    await publish({});
    expect(await asked()).toBe(true);
    const [text] = await waiting();
    const without = (left: 'added' | 'removed') =>
      text!.changes
        .filter(({ kind }) => kind !== left)
        .map(({ text: words }) => words)
        .join('');
    expect(without('removed')).toBe('Wir bleiben höflich.');
    expect(without('added').length).toBeGreaterThan(500); // the template

    community.clock.advance({ minutes: 5 });
    await publish({ replaces: '2026-11-02', bodyDe: 'Wir bleiben immer höflich.' });
    await expect(accept('2026-11-02')).rejects.toMatchObject({ typename: 'ConflictError' });
    expect(await asked()).toBe(true);
    await accept('2026-11-02.2');
    await accept('2026-11-02.2');
    expect([await asked(), await waiting()]).toEqual([false, []]);
    const consents = await community.owner.query(
      `SELECT version, accepted_at FROM identity.consent WHERE text_slug = 'netiquette' AND account_id = $1`,
      [await accountOf(member)],
    );
    expect(consents).toEqual([{ version: '2026-11-02.2', accepted_at: community.clock.now() }]);
  });

  it('shows only what changed since the version somebody accepted; another change asks nobody', async () => {
    community.clock.advance({ minutes: 5 });
    await publish({ replaces: '2026-11-02.2', bodyDe: 'Wir bleiben immer höflich!', material: false });
    expect(await asked()).toBe(false);
    community.clock.advance({ minutes: 5 });
    await publish({ replaces: '2026-11-02.3', bodyDe: 'Wir bleiben immer sehr höflich!' });
    const [text] = await waiting();
    expect(
      text!.changes.filter(({ kind }) => kind !== 'same').map(({ text: words }) => words.trim()),
    ).toEqual(expect.arrayContaining(['sehr']));
    expect(text!.version).toBe('2026-11-02.4');
  });

  it('is accepted by whoever publishes it, at that moment, and in no other text', async () => {
    const author = await community.withRole('administrator');
    community.clock.advance({ minutes: 5 });
    await publish({ slug: 'privacy' }, await community.as(author));
    await publish({ slug: 'imprint', replaces: '2026-11-02.2' }, await community.as(author));
    const consents = await community.owner.query(
      'SELECT text_slug, version FROM identity.consent WHERE account_id = $1 AND accepted_at = $2',
      [await accountOf(author), community.clock.now()],
    );
    expect(consents).toEqual([{ text_slug: 'privacy', version: '2026-11-02' }]);
    const slugs = async (who: TestMember) =>
      (await community.get(TextsToAccept).of(await community.as(who))).map(({ slug }) => slug);
    expect(await slugs(author)).not.toContain('privacy');
    expect(await slugs(member)).toContain('privacy');
  });
});

describe('a text of one’s own', () => {
  it('can be filled anew from our template with what was answered; nothing is in force before it is published', async () => {
    const [company, register] = [
      'Name des Unternehmens mit Rechtsform',
      'Registergericht und Registernummer',
    ];
    const own = {
      slug: 'imprint',
      bodyDe: 'Fräsbank GmbH',
      bodyEn: 'Fräsbank GmbH',
      material: false,
    } as const;
    const said = (gap: string, de: string) => ({ gap, de, en: '', applies: de !== '' });
    const answers = [said(company, 'Fräsbank GmbH'), said(register, '')];
    await publish({ ...own, replaces: (await shown('imprint')).version, answers });
    const before = await community.snapshotOf('identity.legal_text');
    const { operatorTexts } = await community.ask<{
      operatorTexts: {
        slug: string;
        bodyDe: string;
        questions: object[];
        template: { bodyDe: string; questions: object[] } | null;
      }[];
    }>(
      administrator,
      '{ operatorTexts { slug bodyDe questions { gap } template { bodyDe questions { gap answerDe notApplicable } } } }',
    );
    const imprint = operatorTexts.find(({ slug }) => slug === 'imprint')!;
    expect(imprint).toMatchObject({ bodyDe: 'Fräsbank GmbH', questions: [] });
    expect(imprint.template!.bodyDe).toContain(`[${company}]`);
    expect(imprint.template!.questions).toEqual(
      expect.arrayContaining([
        { gap: company, answerDe: 'Fräsbank GmbH', notApplicable: false },
        { gap: register, answerDe: '', notApplicable: true },
      ]),
    );
    expect(await community.snapshotOf('identity.legal_text')).toEqual(before);
  });

  it('is the newest of its versions, also of ten that were published at one moment', async () => {
    for (let count = 1; count <= 11; count += 1)
      await publish({
        ...{ slug: 'accessibility', replaces: (await shown('accessibility')).version },
        ...{ bodyDe: `Fassung ${count}`, material: false },
        answers: [{ gap: 'Telefonnummer', de: `0221 ${count}`, en: '', applies: true }],
      });
    expect((await shown('accessibility')).html).toContain('Fassung 11');
    const { operatorTexts } = await community.ask<{
      operatorTexts: {
        slug: string;
        versions: { version: string }[];
        questions: object[];
        template: { questions: object[] } | null;
      }[];
    }>(
      administrator,
      `{ operatorTexts { slug versions { version } questions { gap answerDe }
         template { questions { gap answerDe } } } }`,
    );
    const { versions } = operatorTexts.find(({ slug }) => slug === 'accessibility')!;
    const counts = versions.slice(0, 11).map(({ version }) => Number(version.split('.')[1] ?? 1));
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts[0]).toBeGreaterThan(10);
    const { questions, template } = operatorTexts.find(({ slug }) => slug === 'imprint')!;
    expect([...questions, ...(template?.questions ?? [])]).toContainEqual({
      gap: 'Telefonnummer',
      answerDe: '0221 11',
    });
  });
});
