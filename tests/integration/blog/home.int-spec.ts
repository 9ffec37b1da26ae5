import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReleaseArticleService, SaveArticleService } from '@kundig/blog/server';
import { TestCommunity } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
  const [author, editor] = [await community.withRole('author'), await community.withRole('editor')];
  for (const lang of ['de', 'en'] as const) {
    const { publicId } = await community.get(SaveArticleService).execute(await community.as(author), {
      title: `Neues aus dem Haus, ${lang}`,
      teaser: 'Ein Anreißer, der lang genug ist, um einer zu sein.',
      body: 'Ein Text über die Telefonanlage, der lang genug ist, um ein Artikel zu sein.',
      ...{ picture: null, tags: [], lang, submit: true, clientKey: randomUUID() },
    });
    await community
      .get(ReleaseArticleService)
      .execute(await community.as(editor), { articleId: publicId, revision: 1 });
  }
  await community.runJobs();
});
afterAll(() => community.close());

const ARTICLE =
  '{ id path title teaser lang tags publishedAt updatedAt commentCount picture { src } author { name } }';

describe('what the blog adds to other pages', () => {
  it('is two statements on the home page, however many articles there are', async () => {
    const statements = await statementsOf(community, () =>
      community.ask(community.visitor(), `{ articles(first: 3) { items ${ARTICLE} } }`),
    );
    expect(statements).toHaveLength(2);
  });

  it('is two statements in a search that finds articles, one in a search that does not', async () => {
    const cost = async (query: string, fields: string) =>
      (
        await statementsOf(community, () =>
          community.ask(
            community.visitor(),
            `query ($query: String!) { search(query: $query) { total ${fields} } }`,
            {
              query,
            },
          ),
        )
      ).length;
    const found = 'articles { titleHtml excerptHtml article { id path lang publishedAt } }';
    const withArticles = await cost('Telefonanlage', found);
    expect(withArticles - (await cost('Quarzsandfilter', found))).toBe(1);
    expect(withArticles).toBeLessThanOrEqual(9);
  });
});
