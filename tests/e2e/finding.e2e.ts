import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import type { TestMember } from '../support/community.js';
import { PHONE } from './support/audit.js';
import { HomePage } from './support/pages/forum-pages.js';
import { SearchPage } from './support/pages/search-page.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

let board: Board;
let other: Board;
let asker: TestMember;

beforeAll(async () => {
  [board, other] = [await stage.community.board(), await stage.community.board()];
  asker = await stage.community.member();
  await stage.community.question(asker, board, {
    title: 'Türöffner an der Sprechanlage reagiert nicht',
    body: 'Seit gestern bleibt die Haustür zu.',
  });
  await stage.community.question(asker, other, {
    title: 'Sprechanlage klingelt doppelt',
    body: 'Jeder Besuch klingelt zweimal.',
  });
  await stage.jobsDone();
});

describe.each(BOTH_WAYS)('searching, $way', ({ scripts }) => {
  it.each(['de', 'en'] as const)(
    'finds with slips and umlauts, marks the words, narrows by board (%s)',
    async (locale) => {
      const visitor = await stage.arrive({ scripts, locale });
      const home = await new HomePage(visitor).open();
      await home.search.fill('Tueroeffner Sprechanlge');
      await home.search.press('Enter');
      const results = await new SearchPage(visitor).shown();
      expect(await results.titles()).toContain('Türöffner an der Sprechanlage reagiert nicht');
      expect(await results.marked()).toEqual(
        expect.arrayContaining([expect.stringMatching(/Sprechanlage/i)]),
      );

      await visitor.open('/search?q=Sprechanlage');
      expect(await results.titles()).toHaveLength(2);
      await results.narrowTo(other);
      await until(async () => (await results.titles()).length === 1, 'the narrowed result');
      expect(await results.titles()).toEqual(['Sprechanlage klingelt doppelt']);
    },
  );

  it('narrows by age and author and turns the order round, by an address that keeps all of it', async () => {
    const word = `Fernglas${randomUUID().slice(0, 6)}`;
    for (const title of [`${word} beschlagen`, `Wo liegt mein ${word}?`])
      await stage.community.question(asker, board, { title, body: 'Seit gestern.' });
    await stage.jobsDone();
    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/search?q=${word}&state=unanswered`);
    const results = await new SearchPage(visitor).shown();
    await results.refine({ since: 'week', author: asker.nickname, sort: 'newest' });
    const { searchParams } = new URL(visitor.page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ q: word, state: 'unanswered', since: 'week', author: asker.nickname, sort: 'newest' },
    });
    expect(await results.titles()).toHaveLength(2);
    await results.shown();
    await results.refine({ since: '', author: 'Niemand', sort: '' });
    expect(await results.titles()).toEqual([]);
  });

  it('names boards and members above the threads, not where it was narrowed', async () => {
    const word = `Zutritt${randomUUID().slice(0, 6)}`;
    const place = await stage.community.board({ nameDe: `${word} und Schließanlagen` });
    const member = await stage.community.member(`${word}Lotse`);
    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/search?q=${word.toLowerCase()}`);
    const results = await new SearchPage(visitor).shown();
    await results.named('members', member.nickname).waitFor();
    await results.named('boards', place.nameDe).focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.heading(place.nameDe);

    await visitor.open(`/search?q=@${member.nickname}`);
    await results.named('members', member.nickname).click();
    await visitor.heading(member.nickname);
    await visitor.open(`/search?q=${word}&state=open`);
    await visitor.link(visitor.t('pages:search.askThis')).waitFor();
    expect(await visitor.page.getByRole('main').innerText()).not.toContain(member.nickname);
  });

  it('offers to ask what was not found', async () => {
    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/search?q=${randomUUID()}`);
    await visitor.link(visitor.t('pages:search.askThis')).waitFor();
    await visitor.audit('nothing found');
  });
});

describe('the keys for searching', () => {
  it.each(['/', 'Control+k'])('%s leads into the field of the page', async (keys) => {
    const visitor = await stage.arrive();
    await visitor.open(`/b/${board.slug}/${board.publicId}`);
    await visitor.page.keyboard.press(keys);
    await visitor.page.keyboard.type('Sprechanlage');
    await visitor.page.keyboard.press('Enter');
    expect(await (await new SearchPage(visitor).shown()).titles()).toContain('Sprechanlage klingelt doppelt');
  });

  it('lead to the page for it where there is no room for a field, and write a slash where somebody types', async () => {
    const visitor = await stage.arrive({ size: PHONE });
    await visitor.open('/settings/display');
    await visitor.page.keyboard.press('Control+k');
    await visitor.heading(visitor.t('pages:search.title'));
    const field = visitor.page.getByRole('combobox');
    await until(() => field.evaluate((input) => input === document.activeElement), 'the focus in the field');
    await visitor.page.keyboard.type('a/b');
    expect(await field.inputValue()).toBe('a/b');
  });
});

describe.each(BOTH_WAYS)('the page for searching, $way', ({ scripts }) => {
  it('is reached with the field ready to type, and says what else a query may hold', async () => {
    const visitor = await stage.arrive({ scripts, size: PHONE });
    await visitor.open('/settings/display');
    await visitor.link(visitor.t('pages:frame.search')).click();
    await visitor.heading(visitor.t('pages:search.title'));
    const field = visitor.page.getByRole('combobox');
    await until(() => field.evaluate((input) => input === document.activeElement), 'the focus in the field');
    await visitor.page.getByText(visitor.t('search:operators.title')).click();
    await visitor.page.getByText('is:solved', { exact: true }).waitFor();
    await visitor.audit('search without a query');
  });
});

describe.each(BOTH_WAYS)('closed groups, $way', ({ scripts }) => {
  it('are open to members, announced or not there at all to others, in lists and search alike', async () => {
    const insider = await stage.community.member();
    const announced = await stage.community.groupBoard([insider], true);
    const hidden = await stage.community.groupBoard([insider], false);
    const secret = await stage.community.question(insider, hidden, {
      title: 'Vertrauliches zum Vorserienmodell',
    });
    await stage.jobsDone();

    const visitor = await stage.arrive({ scripts });
    await visitor.open('/');
    await visitor.page
      .getByRole('main')
      .getByRole('link', { name: announced.slug })
      .first()
      .waitFor({ state: 'attached' });
    expect(await visitor.html()).not.toContain(hidden.slug);
    await visitor.open(`/b/${announced.slug}/${announced.publicId}`);
    await visitor.page.getByText(visitor.t('pages:board.teaser')).waitFor();
    await visitor.audit('announced board');
    for (const path of [`/b/${hidden.slug}/${hidden.publicId}`, `/t/${secret.slug}/${secret.publicId}`]) {
      visitor.faults.expect(404);
      await visitor.open(path);
      await visitor.heading(visitor.t('pages:problem.missing.title'));
    }
    await visitor.open('/search?q=Vorserienmodell');
    expect(await visitor.html()).not.toContain(secret.title);

    const member = await stage.arrive({ scripts, as: insider });
    await member.open(`/b/${hidden.slug}/${hidden.publicId}`);
    await member.link(secret.title).waitFor();
    await member.open('/search?q=Vorserienmodell');
    await member.page.getByRole('heading', { name: secret.title }).waitFor();
  });
});

describe.each(BOTH_WAYS)('around, $way', ({ scripts }) => {
  it('shows of a member the nickname, a picture and public posts', async () => {
    const person = await stage.arrive({ scripts });
    await person.open(`/u/${asker.nickname}`);
    await person.heading(asker.nickname);
    await person.audit('profile');
    await person.link('Sprechanlage klingelt doppelt').waitFor();
    expect(await person.html()).not.toContain(asker.mail);
  });

  it('says that a page is not there, and leads on', async () => {
    const person = await stage.arrive({ scripts });
    person.faults.expect(404);
    await person.open('/t/nirgends/000000000000');
    await person.heading(person.t('pages:problem.missing.title'));
    await person.audit('not found');
    await person.link(person.t('kit:error.home')).click();
    await person.heading(person.t('pages:home.title'));
  });

  it('refuses a form from elsewhere with a page of its own', async () => {
    const person = await stage.arrive({ scripts, as: asker });
    const answer = await person.page.request.post('/form/signOut', {
      headers: { Origin: 'https://evil.example', Accept: 'text/html' },
    });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain(person.t('pages:problem.forbidden.title'));
    await person.open('/');
    await person.accountMenu.waitFor();
  });

  it('changes the language where one is', async () => {
    const person = await stage.arrive({ scripts });
    await person.open(`/b/${board.slug}/${board.publicId}`);
    await person.link('English').click();
    await person.page.waitForURL(/\/en\/b\//);
    expect(await person.page.locator('html').getAttribute('lang')).toBe('en');
    await person.link('Deutsch').click();
    await person.page.waitForURL((url) => url.pathname.startsWith('/b/'));
  });

  it.each(['imprint', 'privacy', 'netiquette', 'accessibility'])(
    'links /%s from every page',
    async (slug) => {
      const person = await stage.arrive({ scripts });
      await person.open('/');
      await person.link(person.t(`kit:frame.${slug}`)).click();
      await person.page.waitForURL(new RegExp(`/${slug}$`));
      await person.page.getByRole('heading', { level: 1 }).waitFor();
      await person.audit(slug);
    },
  );
});
