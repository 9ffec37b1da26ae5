import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ArticleRepository,
  BlogPersonalData,
  KeepArticleDraftService,
  PublishDueArticles,
  ReleaseArticleService,
  SaveArticleService,
  WithdrawArticleService,
  type DeskArticle,
  type SaveArticle,
} from '@kundig/blog/server';
import { GroupRepository } from '@kundig/groups/server';
import { Conflict, InvalidInput, NotAllowed, NotFound, RequestContext } from '@kundig/platform/server';
import { ReindexSearch } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let anna: TestMember;
let bert: TestMember;
let author: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  [anna, bert] = [await community.withRole('editor'), await community.withRole('editor')];
  author = await community.withRole('author');
});
afterAll(() => community.close());

const system = RequestContext.system();

const text = (more: Partial<SaveArticle> = {}): SaveArticle => ({
  title: 'Was sich im Netz für Sie ändert',
  teaser: 'Drei Neuerungen, die Ihren Alltag leichter machen.',
  body: 'Wir haben **drei** Dinge geändert, und dieser Text erzählt, welche es sind.',
  picture: null,
  tags: ['netz'],
  lang: 'de',
  submit: true,
  clientKey: randomUUID(),
  ...more,
});
const save = async (member: TestMember, more: Partial<SaveArticle> = {}): Promise<DeskArticle> =>
  community.get(SaveArticleService).execute(await community.as(member), text(more));
const release = async (member: TestMember, { publicId, number }: DeskArticle, publishAt?: Date) =>
  community
    .get(ReleaseArticleService)
    .execute(await community.as(member), { articleId: publicId, revision: number, publishAt });
const withdraw = async (member: TestMember, { publicId }: DeskArticle) =>
  community.get(WithdrawArticleService).execute(await community.as(member), publicId);
const inForce = async ({ publicId }: DeskArticle) =>
  community.get(ArticleRepository).findInForce(community.visitor(), { publicId });
const published = async (more: Partial<SaveArticle> = {}): Promise<DeskArticle> =>
  release(anna, await save(author, more));
const snapshot = () =>
  community.snapshotOf('blog.article', 'blog.revision', 'blog.approval', 'blog.draft', 'blog.comment');

describe('an article', () => {
  it('is read by everybody once somebody else has released it, and keeps who wrote and released it', async () => {
    const draft = await save(author);
    expect(await inForce(draft)).toBeNull();
    const desk = await community.ask(await community.as(anna), '{ blogDesk { stale } }');
    expect(desk).toEqual({ blogDesk: { stale: false } }); // none is not an old one
    await release(anna, draft);
    expect(await inForce(draft)).toMatchObject({
      title: draft.title,
      authorId: author.memberId,
      bodyHtml: expect.stringContaining('<strong>drei</strong>'),
      publishedAt: community.clock.now(),
    });
    expect(await community.get(ArticleRepository).versions(system, draft.id)).toMatchObject([
      { number: 1, editedBy: author.memberId, approvedBy: anna.memberId, byOnlyEditor: false },
    ]);
  });

  it('may go without a picture; one without words, or that is none, is refused by its name', async () => {
    const { title, teaser, body } = text();
    const ask = async (about: { picture?: string; pictureAlt?: string }) =>
      (
        await community.ask<{ saveArticle: { path?: string; issues?: object[] } }>(
          await community.as(author),
          `mutation ($input: SaveArticleInput!) { saveArticle(input: $input) {
             ... on MutationSuccess { path } ... on InvalidInputError { issues { field message } } } }`,
          { input: { title, teaser, body, clientKey: randomUUID(), lang: 'de', ...about } },
        )
      ).saveArticle;
    expect(await ask({})).toEqual({ path: expect.any(String) });
    expect((await ask({ picture: `/files/${'a'.repeat(24)}-1600x900` })).issues).toEqual([
      { field: 'pictureAlt', message: expect.stringContaining('Zum Bild fehlt') },
    ]);
    expect((await ask({ picture: 'foto.jpg', pictureAlt: 'Ein Bagger' })).issues).toEqual([
      { field: 'picture', message: expect.stringContaining('„Bild“') },
    ]);
  });

  it('shows its picture with its words, and none without', async () => {
    const picture = `/files/${'a'.repeat(24)}-1600x900`;
    const { title, teaser, body } = text();
    const input = { title, teaser, body, clientKey: randomUUID(), lang: 'de', picture };
    const ask = async (pictureAlt: string | undefined) =>
      community.ask<{ saveArticle: { article?: { picture: object }; field?: string } }>(
        await community.as(author),
        `mutation ($input: SaveArticleInput!) { saveArticle(input: $input) {
           ... on SaveArticleSuccess { article { picture { src alt width height srcset } } } ... on UserError { field } } }`,
        { input: { ...input, pictureAlt } },
      );
    expect((await ask(undefined)).saveArticle.field).toBe('pictureAlt');
    expect((await ask('Ein Bagger vor einem Rathaus')).saveArticle.article?.picture).toEqual({
      ...{ src: picture, alt: 'Ein Bagger vor einem Rathaus', width: 1600, height: 900 },
      srcset: expect.stringContaining(`${picture}/480 480w`),
    });
  });

  it('stays as it was released until a newer version is released, too', async () => {
    const first = await published();
    const second = await save(author, {
      articleId: first.publicId,
      revision: first.number,
      title: 'Was sich im Netz noch ändert',
    });
    expect(second.number).toBe(2);
    expect((await inForce(first))?.title).toBe(first.title);
    await release(bert, second);
    expect((await inForce(first))?.title).toBe(second.title);
  });

  it('is not changed by a form that was made from an older version, and by none twice', async () => {
    const first = await save(author);
    const clientKey = randomUUID();
    const change = { articleId: first.publicId, revision: 1, title: 'Ein ganz anderer Titel', clientKey };
    await save(anna, change);
    expect((await save(anna, change)).number).toBe(2);
    const before = await snapshot();
    await expect(
      save(author, { articleId: first.publicId, revision: 1, title: 'Mein anderer Titel' }),
    ).rejects.toBeInstanceOf(Conflict);
    expect(await snapshot()).toEqual(before);
  });

  it('is made once, however often its form is sent', async () => {
    const clientKey = randomUUID();
    const made = await Promise.all([1, 2, 3].map(() => save(author, { clientKey })));
    expect(new Set(made.map(({ publicId }) => publicId)).size).toBe(1);
  });

  it('is gone at once when it is withdrawn, and comes back by a new release', async () => {
    const article = await published();
    await withdraw(author, article);
    expect(await inForce(article)).toBeNull();
    await expect(release(anna, article)).rejects.toBeInstanceOf(Conflict);
    const again = await save(author, { articleId: article.publicId, revision: 1 });
    await release(anna, again);
    expect(await inForce(article)).not.toBeNull();
  });

  it('leaves in the audit log who released and withdrew it, once each', async () => {
    const article = await save(author);
    await release(anna, article);
    await release(bert, article);
    await withdraw(bert, article);
    await withdraw(anna, article);
    const entries = await community.owner.query<object[]>(
      'SELECT action, actor_id FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
      [article.publicId],
    );
    expect(entries).toEqual([
      { action: 'article-released', actor_id: anna.memberId },
      { action: 'article-withdrawn', actor_id: bert.memberId },
    ]);
  });

  it('names its translation, and is listed in the language of the reader alone', async () => {
    const german = await published({ title: 'Neue Tarife ab Januar', tags: ['tarife'] });
    const english = await save(author, {
      title: 'New tariffs from January',
      lang: 'en',
      tags: ['tarife'],
      translationId: german.publicId,
    });
    await release(anna, english);
    expect((await inForce(german))?.translation).toMatchObject({ publicId: english.publicId, lang: 'en' });
    const listed = async (locale: 'de' | 'en') =>
      (
        await community
          .get(ArticleRepository)
          .inForce(community.visitor(locale), { first: 10, tag: 'tarife' })
      ).map(({ publicId }) => publicId);
    expect(await listed('de')).toEqual([german.publicId]);
    expect(await listed('en')).toEqual([english.publicId]);
    await expect(save(author, { translationId: german.publicId })).rejects.toBeInstanceOf(Conflict);
  });

  it('is listed page by page without a gap, the language of the reader first', async () => {
    for (const [index, lang] of (['de', 'en', 'de', 'en', 'de'] as const).entries()) {
      community.clock.advance({ minutes: 1 });
      await published({ title: `Seite für Seite ${index}`, lang, tags: ['blättern'] });
    }
    const titles: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await community
        .get(ArticleRepository)
        .inForce(community.visitor('en'), { first: 2, after, tag: 'blättern' });
      titles.push(...page.map(({ title }) => title.at(-1)!));
      if (page.length < 2) break;
      after = page.at(-1)!.publicId;
    }
    expect(titles.join('')).toBe('31420');
  });
});

describe('four eyes', () => {
  it.each(['author', 'editor of the newest version'])('keep the %s from releasing it', async (who) => {
    const own = who === 'author' ? await save(anna) : await save(author);
    const newest =
      who === 'author'
        ? own
        : await save(anna, { articleId: own.publicId, revision: 1, title: 'Von Anna überarbeitet' });
    const before = await snapshot();
    await expect(release(anna, newest)).rejects.toBeInstanceOf(NotAllowed);
    expect(await snapshot()).toEqual(before);
    await release(bert, newest);
    expect(await inForce(own)).not.toBeNull();
  });

  it('are two when there is nobody else, and that is recorded', async () => {
    const alone = await TestCommunity.start();
    try {
      const only = await alone.withRole('editor');
      const article = await alone.get(SaveArticleService).execute(await alone.as(only), text());
      const input = { articleId: article.publicId, revision: 1 };
      await alone.get(ReleaseArticleService).execute(await alone.as(only), input);
      expect(await alone.get(ArticleRepository).versions(system, article.id)).toMatchObject([
        { approvedBy: only.memberId, byOnlyEditor: true },
      ]);
    } finally {
      await alone.close();
    }
  });

  it('cannot be passed by the database either', async () => {
    const { id } = await save(anna);
    await expect(
      community.owner.query(`INSERT INTO blog.approval VALUES ($1, 1, $2, $2, now(), false)`, [
        id,
        anna.memberId,
      ]),
    ).rejects.toThrow('ck_approval_four_eyes');
    await expect(
      community.owner.query(
        'UPDATE blog.article SET released_number = 1, published_at = now() WHERE id = $1',
        [id],
      ),
    ).rejects.toThrow('fk_article_released');
  });

  it('see the version they release', async () => {
    const first = await save(author);
    await save(author, { articleId: first.publicId, revision: 1, title: 'Schnell noch geändert' });
    await expect(release(anna, first)).rejects.toBeInstanceOf(Conflict);
    expect(await inForce(first)).toBeNull();
  });
});

describe('a schedule', () => {
  const inAnHour = () => new Date(community.clock.now().getTime() + 3_600_000);

  it('publishes at its minute, once, also after a night in which nothing ran', async () => {
    const article = await save(author);
    await release(anna, article, inAnHour());
    await community.get(PublishDueArticles).execute(system);
    expect(await inForce(article)).toBeNull();
    community.clock.advance({ minutes: 60 });
    await Promise.all([1, 2].map(() => community.get(PublishDueArticles).execute(system)));
    const { publishedAt } = (await inForce(article))!;
    community.clock.advance({ minutes: 600 });
    await community.get(PublishDueArticles).execute(system);
    expect((await inForce(article))?.publishedAt).toEqual(publishedAt);
  });

  it('lies ahead, and ends with a withdrawal', async () => {
    const article = await save(author);
    await expect(release(anna, article, community.clock.now())).rejects.toBeInstanceOf(InvalidInput);
    await release(anna, article, inAnHour());
    await withdraw(anna, article);
    community.clock.advance({ minutes: 61 });
    await community.get(PublishDueArticles).execute(system);
    expect(await inForce(article)).toBeNull();
  });
});

describe('the desk', () => {
  it('shows editors everything, authors their own, and is nothing to others', async () => {
    const [mine, theirs] = [await save(author), await save(anna)];
    const other = await community.withRole('author');
    const ids = async (member: TestMember) =>
      (await community.get(ArticleRepository).desk(await community.as(member))).map(
        ({ publicId }) => publicId,
      );
    expect(await ids(bert)).toEqual(expect.arrayContaining([mine.publicId, theirs.publicId]));
    expect(await ids(author)).toContain(mine.publicId);
    expect(await ids(author)).not.toContain(theirs.publicId);
    expect(await ids(other)).toEqual([]);
    expect(await ids(await community.withRole('moderator'))).toEqual([]);
    const before = await snapshot();
    for (const stranger of [other, await community.member(), await community.withRole('moderator')]) {
      await expect(save(stranger, { articleId: mine.publicId, revision: 1 })).rejects.toBeInstanceOf(
        NotFound,
      );
      await expect(release(stranger, mine)).rejects.toBeInstanceOf(NotFound);
      await expect(withdraw(stranger, mine)).rejects.toBeInstanceOf(NotFound);
    }
    await expect(release(author, mine)).rejects.toBeInstanceOf(NotFound);
    expect(await snapshot()).toEqual(before);
  });

  it('keeps what is typed for whoever typed it, until it is saved as a version', async () => {
    const article = await save(author);
    const keep = async (member: TestMember, articleId?: string) =>
      community.get(KeepArticleDraftService).execute(await community.as(member), {
        ...{ articleId, title: 'Halb fertig', teaser: '', body: 'Noch nicht', tags: '' },
        ...{ picture: '', pictureAlt: '' },
      });
    const draftOf = async (member: TestMember) =>
      (
        await community.ask<{ deskArticle: { draft: { title: string } | null } }>(
          await community.as(member),
          'query ($id: ID!) { deskArticle(id: $id) { draft { title } } }',
          { id: article.publicId },
        )
      ).deskArticle.draft;
    await keep(author, article.publicId);
    await keep(author);
    expect(await draftOf(author)).toEqual({ title: 'Halb fertig' });
    expect(await draftOf(anna)).toBeNull();
    await save(author, { articleId: article.publicId, revision: 1, title: 'Jetzt ist er fertig' });
    expect(await draftOf(author)).toBeNull();
    await expect(keep(await community.withRole('author'), article.publicId)).rejects.toBeInstanceOf(NotFound);
    await community.get(BlogPersonalData).erase(system, { accountId: null, pseudonymIds: [author.memberId] });
    expect(
      await community.owner.query('SELECT 1 FROM blog.draft WHERE member_id = $1', [author.memberId]),
    ).toEqual([]);
  });

  it('tells editors when the newest article is a month old', async () => {
    const stale = async (member: TestMember) =>
      (
        await community.ask<{ blogDesk: { stale: boolean } }>(
          await community.as(member),
          '{ blogDesk { stale } }',
        )
      ).blogDesk.stale;
    await published();
    expect(await stale(anna)).toBe(false);
    community.clock.advance({ minutes: 32 * 24 * 60 });
    expect(await stale(anna)).toBe(true);
    expect(await stale(author)).toBe(false);
  });
});

describe('search', () => {
  const found = async (query: string, locale: 'de' | 'en' = 'de') =>
    (
      await community.ask<{ search: { articles: { article: { id: string }; titleHtml: string }[] } }>(
        community.visitor(locale),
        'query ($query: String!) { search(query: $query) { articles { titleHtml article { id path } } } }',
        { query },
      )
    ).search.articles;

  it('finds articles in force by inflected words, and forgets those that are not', async () => {
    const article = await published({
      title: 'Glasfaser im Gewerbegebiet <neu>',
      body: 'Die Bagger rollen: Der Ausbau erreicht im Frühjahr die ersten Grundstücke der Stadt.',
    });
    await community.runJobs();
    const expected = [{ article: { id: article.publicId }, titleHtml: expect.stringContaining('<mark>') }];
    expect(await found('Glasfaser Grundstück')).toMatchObject(expected);
    expect((await found('Glasfaser'))[0]?.titleHtml).toBe(
      '<mark>Glasfaser</mark> im Gewerbegebiet &lt;neu&gt;',
    );
    expect(await found('Glasfaser lang:en')).toEqual([]);
    expect(await found('Glasfaser board:telefonie')).toEqual([]);
    await community.owner.query('DELETE FROM search.article');
    await community.get(ReindexSearch).execute(system);
    expect(await found('"rollen: Der Ausbau"')).toHaveLength(1);
    await withdraw(author, article);
    expect(await found('Glasfaser')).toEqual([]); // at once, before the job
    await community.runJobs();
    expect(
      await community.owner.query('SELECT 1 FROM search.article WHERE article_id = $1', [article.id]),
    ).toEqual([]);
  });
});

it('authors lose their rights with their role', async () => {
  const former = await community.withRole('author');
  const own = await save(former);
  await community.get(GroupRepository).revoke(system, former.memberId, 'author', null);
  await expect(save(former, { articleId: own.publicId, revision: 1 })).rejects.toBeInstanceOf(NotFound);
});
