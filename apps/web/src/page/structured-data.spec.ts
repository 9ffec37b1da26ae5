import { describe, expect, it } from '@jest/globals';
import { boardSteps, breadcrumbs, faqThing, structuredData, threadThing } from './structured-data.js';

const absolute = (path: string) => `https://hilfe.example${path}`;
const site = { absolute, siteName: 'Hilfe', locale: 'de' as const };
const thread = {
  path: '/t/fax/t1',
  title: 'Faxe brechen ab',
  kind: 'QUESTION' as const,
  lang: 'de' as const,
  excerpt: 'Ab der dritten Seite.',
  replyCount: 3,
  createdAt: '2026-11-01T10:00:00.000Z',
  opening: { html: '<p>Ab der dritten Seite.</p>' },
  solutions: [{ path: '/t/fax/t1#p2', html: '<p>T.38 ausschalten.</p>' }],
  posts: { items: [] },
};

describe('structured data', () => {
  it('tells of a question with what solved it, and of nobody', () => {
    expect(threadThing(absolute, { ...thread, author: { name: 'Kranich42' } } as never)).toEqual({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        name: 'Faxe brechen ab',
        url: 'https://hilfe.example/t/fax/t1',
        inLanguage: 'de',
        text: 'Ab der dritten Seite.',
        dateCreated: '2026-11-01T10:00:00.000Z',
        answerCount: 3,
        acceptedAnswer: [
          { '@type': 'Answer', text: '<p>T.38 ausschalten.</p>', url: 'https://hilfe.example/t/fax/t1#p2' },
        ],
      },
    });
  });

  it('has no answer for an open question, nor for a solution that is hidden', () => {
    const open = threadThing(absolute, { ...thread, solutions: [{ path: '/x', html: null }] });
    expect(open!.mainEntity).not.toHaveProperty('acceptedAnswer');
  });

  it('suggests the first answers of others to an open question', () => {
    const reply = (id: number, more: object = {}) => ({
      ...{ path: `/t/fax/t1#p${id}`, html: `<p>${id}</p>`, kind: 'REPLY', isAsker: false },
      ...more,
    });
    const items = [
      reply(2, { isAsker: true }),
      reply(3, { kind: 'COMMENT' }),
      reply(4, { html: null }),
      ...[5, 6, 7, 8].map((id) => reply(id)),
    ];
    const described = { ...thread, posts: { items } };
    expect(threadThing(absolute, described)!.mainEntity).not.toHaveProperty('suggestedAnswer');
    expect(threadThing(absolute, { ...described, solutions: [] })!.mainEntity).toMatchObject({
      suggestedAnswer: [5, 6, 7].map((id) => ({ '@type': 'Answer', text: `<p>${id}</p>` })),
    });
  });

  it('says nothing of a thread whose text is hidden', () => {
    expect(structuredData(threadThing(absolute, { ...thread, opening: { html: null } }))).toEqual({
      '@context': 'https://schema.org',
      '@graph': [],
    });
  });

  it('calls a discussion a posting', () => {
    expect(threadThing(absolute, { ...thread, kind: 'DISCUSSION' })).toMatchObject({
      '@type': 'DiscussionForumPosting',
      headline: 'Faxe brechen ab',
      commentCount: 3,
    });
  });

  it('leads from the upper board to the lower one', () => {
    const board = { path: '/b/sip/b2', name: 'SIP', parent: { path: '/b/tel/b1', name: 'Telefonie' } };
    expect(breadcrumbs(site, boardSteps(board)).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Hilfe', item: 'https://hilfe.example/' },
      { '@type': 'ListItem', position: 2, name: 'Telefonie', item: 'https://hilfe.example/b/tel/b1' },
      { '@type': 'ListItem', position: 3, name: 'SIP', item: 'https://hilfe.example/b/sip/b2' },
    ]);
  });

  it('makes a FAQPage of entries, and none of none', () => {
    expect(faqThing([])).toBeNull();
    expect(faqThing([{ question: 'Wo?', answerHtml: '<p>Hier.</p>', lang: 'de' }])).toMatchObject({
      mainEntity: [{ name: 'Wo?', acceptedAnswer: { text: '<p>Hier.</p>' } }],
    });
  });
});
