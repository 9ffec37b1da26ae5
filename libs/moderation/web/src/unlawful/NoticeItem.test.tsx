import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { moderationMessages } from '../messages.js';
import { NoticeItem } from './NoticeItem.js';

type NoticeRef = ComponentProps<typeof NoticeItem>['notice'];

const author = { name: 'Kranich42', path: '/u/Kranich42', kind: 'MEMBER' };
const written = { lang: 'de', createdAt: '2026-03-12T09:00:00Z', author };
const aPost = {
  ...{ ...written, id: 'p2', position: 2, path: '/t/telefon/t1#p-p2', html: '<p>Alle dort betrügen.</p>' },
  ...{ createdAtRounded: false, viewerMaySuspend: true, stub: null },
  viewer: { body: 'Alle dort betrügen.', isAuthor: false, mayRedact: true },
  thread: {
    ...{ id: 't1', title: 'Telefon klingelt nicht', path: '/t/telefon/t1', lang: 'de', locked: false },
    board: { name: 'Telefonie' },
  },
  surroundings: [
    { ...written, ...{ id: 'p1', position: 1, kind: 'OPENING', html: '<p>So fing es an.</p>' } },
    { ...written, ...{ id: 'p3', position: 3, kind: 'REPLY', html: null } },
  ],
};
const aComment = {
  ...{ articleTitle: 'Umzug der Anlage', articleLang: 'de', path: '/blog/umzug/a1#c-c1' },
  comment: {
    ...{ ...written, id: 'c1', html: null, hiddenHtml: null, deleted: true, viewerMayRedact: true },
  },
};
const content = (more: object) => ({
  kind: 'POST',
  addresses: ['/p/p2'],
  post: null,
  comment: null,
  ...more,
});

const show = (...contents: object[]) =>
  renderPart(
    <NoticeItem
      notice={
        {
          ...{ id: 'n1', matter: 'Beleidigung', explanation: 'Das ist unwahr.', senderName: 'Erika Muster' },
          ...{ createdAt: '2026-03-13T09:00:00Z', dueAt: '2026-03-20T09:00:00Z', overdue: false },
          ...{ decidedAt: null, decision: null, statement: null, shownAgain: null, contents },
        } as unknown as NoticeRef
      }
    />,
    { messages: { moderation: moderationMessages } },
  );
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

describe('NoticeItem', () => {
  it('shows the post with its place, what stands around it, and what can be done about it', async () => {
    await show(content({ post: aPost }));
    expect(hrefOf('Telefon klingelt nicht')).toBe('/t/telefon/t1');
    screen.getByText('Telefonie');
    screen.getByText('Alle dort betrügen.');
    expect(hrefOf('/p/p2')).toBe('/p/p2');
    const around = screen.getByText('Im Zusammenhang lesen').closest('details')!;
    within(around).getByText('So fing es an.');
    within(around).getByText('Hier steht kein Text mehr.');
    expect(hrefOf('Zum Beitrag')).toBe('/t/telefon/t1#p-p2');
    expect(hrefOf('Stelle schwärzen')).toBe('/p/p2/redact');
    expect(hrefOf('Verfasser:in sperren')).toBe('/p/p2/suspend');
    screen.getByRole('button', { name: 'Thema schließen' });
  });

  it('says plainly where a text is hidden or deleted, and shows moderators the hidden one', async () => {
    await show(
      content({ post: { ...aPost, html: null, stub: { byAuthor: false } } }),
      content({ kind: 'COMMENT', comment: aComment, addresses: ['/blog/umzug/a1#c-c1'] }),
    );
    screen.getByText('Der Beitrag ist schon ausgeblendet.');
    screen.getByText('Alle dort betrügen.');
    expect(hrefOf('Umzug der Anlage')).toBe('/blog/umzug/a1#c-c1');
    screen.getByText('Der Text ist von der Person gelöscht, die ihn geschrieben hat.');
  });

  it('shows moderators the text of a hidden comment, too', async () => {
    const comment = { ...aComment.comment, deleted: false, hiddenHtml: '<p>Das ist Wucher.</p>' };
    await show(content({ kind: 'COMMENT', comment: { ...aComment, comment } }));
    screen.getByText('Der Beitrag ist schon ausgeblendet.');
    screen.getByText('Das ist Wucher.');
  });

  it.each([
    ['POST', /Beitrag ist nicht mehr zu lesen/],
    ['COMMENT', /Kommentar oder sein Artikel ist nicht mehr zu lesen/],
    ['ARTICLE', /Artikel des Blogs/],
    ['NOTHING', /kein Beitrag oder Kommentar/],
    ['ELSEWHERE', /andere Seite dieser Community/],
    ['FOREIGN', /gehört nicht zu dieser Community/],
  ])('says of %s without a text what it is, and keeps its address', async (kind, words) => {
    await show(content({ kind, addresses: ['/egal'] }));
    screen.getByText(words);
    expect(hrefOf('/egal')).toBe('/egal');
    expect(screen.queryByText('Im Zusammenhang lesen')).toBeNull();
  });
});
