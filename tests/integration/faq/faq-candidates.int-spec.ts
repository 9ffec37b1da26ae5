import { describe, expect, it } from '@jest/globals';
import type { Post, Thread } from '@kundig/forum/server';
import { FaqEditors } from './faq-editors.js';

const faq = FaqEditors.open();

describe('candidates', () => {
  interface Page {
    items: { thread: { id: string }; kudos: number; views: number; score: number }[];
    page: number;
    pageCount: number;
  }
  async function candidatePage(page: number, lang?: 'de' | 'en') {
    const { faqCandidates } = await faq.community.ask<{ faqCandidates: Page }>(
      await faq.community.as(faq.anna),
      `query ($page: Int!, $lang: Locale) { faqCandidates(page: $page, lang: $lang) {
        items { thread { id } kudos views score } page pageCount } }`,
      { page, lang },
    );
    return faqCandidates;
  }
  /** Those of all pages. */
  async function candidates(lang?: 'de' | 'en') {
    const first = await candidatePage(1, lang);
    const others = Array.from({ length: first.pageCount - 1 }, (_, index) => candidatePage(index + 2, lang));
    return [first, ...(await Promise.all(others))].flatMap(({ items }) => items);
  }
  const count = (post: Post, kudos: number) =>
    faq.community.owner.query('INSERT INTO kudos.post_kudos (post_id, count) VALUES ($1, $2)', [
      post.id,
      kudos,
    ]);
  const view = (thread: Thread, views: number) =>
    faq.community.owner.query('UPDATE forum.thread SET view_count = $2 WHERE id = $1', [thread.id, views]);

  it('are ranked by kudos and views, both damped, and only as long as they have no entry', async () => {
    const [seen, thanked, both] = [await faq.solved(), await faq.solved(), await faq.solved()];
    await view(seen.thread, 900);
    await count(thanked.solution, 20);
    await view(both.thread, 90);
    await count(both.solution, 10);
    const ours = [seen, thanked, both].map(({ thread }) => thread.publicId);
    const ranked = (await candidates()).filter(({ thread }) => ours.includes(thread.id));
    expect(ranked.map(({ thread }) => ours.indexOf(thread.id))).toEqual([2, 1, 0]);
    expect(ranked[0]).toMatchObject({ kudos: 10, views: 90 });
    expect(ranked[0]!.score).toBeCloseTo(3 * Math.log(11) + Math.log(91), 6);

    const { publicId } = await faq.propose(faq.anna, both.thread);
    const listed = async () => (await candidates()).some(({ thread }) => thread.id === both.thread.publicId);
    expect(await listed()).toBe(false);
    await faq.withdraw(faq.anna, publicId);
    expect(await listed()).toBe(true);
  });

  it('come in pages of ten, each candidate once, and none behind the last', async () => {
    for (let index = 0; index < 11; index += 1) await faq.solved();
    const { pageCount } = await candidatePage(1);
    const pages = await Promise.all(
      Array.from({ length: pageCount }, (_, index) => candidatePage(index + 1)),
    );
    expect(pages.slice(0, -1).map(({ items }) => items.length)).toEqual(Array(pageCount - 1).fill(10));
    const all = pages.flatMap(({ items }) => items);
    expect(new Set(all.map(({ thread }) => thread.id)).size).toBe(all.length);
    expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
    expect(await candidatePage(pageCount + 1)).toEqual({ items: [], page: pageCount + 1, pageCount });
    for (const page of [0, -1, 21, 1.5]) await expect(candidatePage(page)).rejects.toThrow();
  });

  it('are of public boards, solved and of the language asked for', async () => {
    const members = await faq.community.board({ visibility: 'members' });
    const inside = await faq.solved({ board: members });
    const german = await faq.solved();
    const english = await faq.solved({ title: 'Why does the phone not ring after we moved the office?' });
    await faq.community.owner.query("UPDATE forum.thread SET lang = 'en' WHERE id = $1", [english.thread.id]);
    const ids = async (lang?: 'de' | 'en') => (await candidates(lang)).map(({ thread }) => thread.id);
    expect(await ids()).not.toContain(inside.thread.publicId);
    expect(await ids('de')).toContain(german.thread.publicId);
    expect(await ids('de')).not.toContain(english.thread.publicId);
    expect(await ids('en')).toContain(english.thread.publicId);
  });
});
