import { beforeAll, describe, expect, it } from '@jest/globals';
import { ArticleRepository, type DeskArticle } from '@kundig/blog/server';
import { RequestContext } from '@kundig/platform/server';
import sharp from 'sharp';
import { BlogArticle, BlogDeskPage, EditorPage } from './support/pages/blog-pages.js';
import type { TestMember } from '../support/community.js';
import { PictureField } from './support/pages/picture-field.js';
import type { Person } from './support/person.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

let author: TestMember;
let editor: TestMember;
let reader: TestMember;
let photo: Buffer;

beforeAll(async () => {
  author = await stage.community.withRole('author');
  editor = await stage.community.withRole('editor');
  await stage.community.withRole('editor'); // so that nobody is the only one
  reader = await stage.community.member();
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
});

const title = (what: string, scripts: boolean) => `${what} ${scripts ? 'mit' : 'ohne'} Skripte`;

async function deskArticle(heading: string): Promise<DeskArticle> {
  const articles = await stage.community.get(ArticleRepository).desk(RequestContext.system());
  return articles.find((article) => article.title === heading)!;
}

describe.each(BOTH_WAYS)('the blog, $way', ({ scripts }) => {
  it('is written, seen before it is public, released by a second person, read, thanked for, discussed and found', async () => {
    const heading = title('Was die neue Leitung kann', scripts);
    const writer = await stage.arrive({ scripts, as: author });
    const desk = await new BlogDeskPage(writer).open();
    const editing = await desk.begin();
    await editing.fill({
      heading,
      teaser: 'Sie ist schneller, und das ist noch nicht alles.',
      body: 'Die neue Leitung ist **zehnmal** schneller als die alte und braucht weniger Strom.',
      tags: 'leitung, neuigkeiten',
    });
    await editing.submit();
    await writer.heading(heading);
    await writer.audit('article editor');
    await editing.preview.getByText('zehnmal').waitFor();
    expect(await editing.releaseButton.count()).toBe(0); // nobody releases what they wrote
    const { publicId, slug } = await deskArticle(heading);

    const visitor = await stage.arrive({ scripts });
    visitor.faults.expect(404);
    await visitor.open(`/blog/${slug}/${publicId}`);
    await visitor.heading(visitor.t('pages:problem.missing.title'));

    const second = await stage.arrive({ scripts, as: editor });
    const releasing = await (await new BlogDeskPage(second).open()).choose(heading);
    await releasing.release();
    await second.link(second.t('pages:desk.showArticle')).click();
    await second.heading(heading);

    const article = new BlogArticle(visitor);
    await until(async () => {
      await visitor.open('/blog');
      return (await visitor.link(heading).count()) > 0;
    }, 'the article in the list');
    await visitor.audit('blog');
    await visitor.link(heading).click();
    await visitor.heading(heading);
    await visitor.audit('article');
    await visitor.open('/');
    await visitor.page.getByRole('heading', { level: 3, name: heading }).waitFor();
    await visitor.open('/blog/tag/neuigkeiten');
    await visitor.link(heading).waitFor();

    const member = await stage.arrive({ scripts, as: reader });
    await member.open(`/blog/${slug}/${publicId}`);
    const seen = new BlogArticle(member);
    await member.submit(member.t('kudos:thanks', { count: 0 }), seen.article);
    await member.button(member.t('kudos:thanks', { count: 1 }), seen.article).waitFor();
    await seen.comment('Das freut uns **sehr**.');
    await seen.comments('Das freut uns sehr.').waitFor();
    await member.audit('article with a comment');
    expect(await seen.comments('Das freut uns sehr.').innerText()).toContain(reader.nickname);
    await until(async () => {
      await visitor.open(`/blog/${slug}/${publicId}`);
      return (await article.comments('Das freut uns sehr.').count()) > 0;
    }, 'the comment for visitors');

    await stage.jobsDone();
    await until(async () => {
      await visitor.open('/search?q=Leitung+Strom');
      return (await visitor.page.getByText(visitor.t('search:hit.article')).count()) > 0;
    }, 'the article in the search');
    await visitor.audit('search with an article');
  });

  it('shows pictures in its text, to nobody before it is released', async () => {
    const heading = title('Ein Artikel mit Bild', scripts);
    const writer = await stage.arrive({ scripts, as: author });
    const editing = await (await new BlogDeskPage(writer).open()).begin();
    await editing.fill({
      heading,
      teaser: 'Was auf dem Bild zu sehen ist, steht daneben.',
      body: 'Dieser Text ist lang genug, und unter ihm steht das Bild eines Verteilers.',
      tags: '',
    });
    const field = new PictureField(writer);
    if (scripts) {
      const file = { name: 'verteiler.png', mimeType: 'image/png', buffer: photo };
      await field.choose(file, 'files:choosePicture');
      await field.insert('Ein grauer Verteiler');
    } else await field.choosePlainly(photo, 'Ein grauer Verteiler', 'files:plain.picture');
    await editing.submit();
    await writer.heading(heading);
    const image = editing.preview.getByRole('img', { name: 'Ein grauer Verteiler' });
    const src = (await image.getAttribute('src'))!;
    const visitor = await stage.arrive({ scripts });
    const statusFor = async (person: Person) => (await person.context.request.get(src)).status();
    const second = await stage.arrive({ scripts, as: editor });
    expect(await Promise.all([visitor, writer, second].map(statusFor))).toEqual([404, 200, 200]);

    await (await (await new BlogDeskPage(second).open()).choose(heading)).release();
    const { publicId, slug } = await deskArticle(heading);
    await visitor.open(`/blog/${slug}/${publicId}`);
    await visitor.page.getByRole('img', { name: 'Ein grauer Verteiler' }).waitFor();
    expect(await statusFor(visitor)).toBe(200);
    const feed = await (await visitor.context.request.get('/blog/feed.xml')).text();
    expect(feed).toContain(new URL(src, visitor.page.url()).href);
  });

  it('goes public at its hour', async () => {
    const heading = title('Ein Artikel für morgen', scripts);
    const writer = await stage.arrive({ scripts, as: author });
    const editing = await (await new BlogDeskPage(writer).open()).begin();
    await editing.fill({
      heading,
      teaser: 'Er soll erst später zu lesen sein.',
      body: 'Dieser Text wartet auf seine Stunde und ist bis dahin nur auf dem Tisch zu sehen.',
      tags: '',
    });
    await editing.submit();
    await writer.heading(heading);
    const second = await stage.arrive({ scripts, as: editor });
    const releasing = await (await new BlogDeskPage(second).open()).choose(heading);
    await releasing.release('2031-01-01T08:00');
    const { id, publicId, slug, scheduledAt } = await deskArticle(heading);
    expect(scheduledAt?.toISOString()).toBe('2031-01-01T07:00:00.000Z'); // a clock on a wall in Berlin
    const visitor = await stage.arrive({ scripts });
    visitor.faults.expect(404);
    await visitor.open(`/blog/${slug}/${publicId}`);
    await visitor.heading(visitor.t('pages:problem.missing.title'));
    await stage.community.owner.query('UPDATE blog.article SET scheduled_at = now() WHERE id = $1', [id]);
    await stage.community.owner.query(`SELECT jobs_app.add_job('blog.publish-due-articles')`);
    await until(async () => {
      const [{ out }] = await stage.community.owner.query(
        'SELECT published_at IS NOT NULL AS out FROM blog.article WHERE id = $1',
        [id],
      );
      return out as boolean;
    }, 'the published article');
    await visitor.open(`/blog/${slug}/${publicId}`);
    await visitor.heading(heading);
  });

  it('loses a comment that somebody reported', async () => {
    const member = await stage.arrive({ scripts, as: reader });
    await member.open('/blog');
    await member.page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first().click();
    const seen = new BlogArticle(member);
    const bad = title('Uhren zu verkaufen', scripts);
    await seen.comment(bad);
    await seen.comments(bad).waitFor();
    const address = new URL(member.page.url());

    const reporter = await stage.arrive({ scripts, as: author });
    await reporter.open(address.pathname);
    const read = new BlogArticle(reporter);
    await read.choose(bad, 'post.report');
    await reporter.page.getByLabel(reporter.t('moderation:report.reason')).selectOption('SPAM');
    await reporter.submit(reporter.t('moderation:report.send'));
    await reporter.heading(reporter.t('pages:reported.title'));

    const moderator = await stage.arrive({ scripts, as: await stage.community.withRole('moderator') });
    await moderator.open('/desk/reports');
    const report = moderator.page.getByRole('article').filter({ hasText: bad });
    await report.getByRole('textbox', { name: moderator.t('moderation:queue.words') }).fill('Nur Werbung');
    await moderator.submit(moderator.t('moderation:hide.comment'), report);
    await report.waitFor({ state: 'detached' });
    const visitor = await stage.arrive({ scripts });
    await until(async () => {
      await visitor.open(address.pathname);
      return (await visitor.page.getByText('Nur Werbung').count()) > 0;
    }, 'the stub');
    expect(await visitor.html()).not.toContain(bad);
  });
});

it('keeps what is typed, for another day and another device', async () => {
  const person = await stage.arrive({ as: author });
  const editing = await (await new BlogDeskPage(person).open()).begin();
  await editing.heading.fill('Ein angefangener Artikel');
  await person.page.getByText(person.t('blog:editor.kept')).waitFor();
  const elsewhere = await stage.arrive({ as: author, scripts: false });
  await elsewhere.open('/desk/blog/new');
  expect(await new EditorPage(elsewhere).heading.inputValue()).toBe('Ein angefangener Artikel');
});

it('has a feed that programs can read, in each language', async () => {
  const visitor = await stage.arrive();
  await visitor.open('/blog');
  const feed = visitor.page.locator('link[type="application/atom+xml"]');
  const address = new URL((await feed.getAttribute('href'))!).pathname;
  for (const [path, lang] of [
    [address, 'de'],
    [`/en${address}`, 'en'],
  ] as const) {
    const answer = await visitor.page.request.get(path);
    expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
    const parsed = await visitor.page.evaluate(
      ([text]) => {
        const parser = new DOMParser().parseFromString(text!, 'application/xml');
        const root = parser.documentElement;
        return {
          broken: parser.querySelector('parsererror')?.textContent ?? null,
          name: `${root.namespaceURI} ${root.localName}`,
          lang: root.getAttribute('xml:lang'),
          entries: [...parser.querySelectorAll('entry')].map((entry) =>
            ['id', 'title', 'updated', 'author > name'].every(
              (part) => entry.querySelector(part)?.textContent,
            ),
          ),
        };
      },
      [await answer.text()],
    );
    expect(parsed).toMatchObject({ broken: null, name: 'http://www.w3.org/2005/Atom feed', lang });
    expect(parsed.entries.every(Boolean)).toBe(true);
    expect(parsed.entries.length > 0).toBe(lang === 'de');
  }
});

it('is shown to search engines once the community is opened to them', async () => {
  const visitor = await stage.arrive();
  const { request } = visitor.page;
  const index = async () => (await request.get('/sitemap.xml')).text();
  const robots = visitor.page.locator('meta[name=robots]');
  await visitor.open('/blog');
  expect(await robots.getAttribute('content')).toBe('noindex');
  expect(await index()).not.toContain('<loc>');
  expect((await request.get('/sitemap/blog-1.xml')).status()).toBe(404);

  const administrator = await stage.arrive({ as: await stage.community.withRole('administrator') });
  await administrator.open('/admin/setup');
  await administrator.button(administrator.t('site:setup.openNow')).click();
  await administrator.button(administrator.t('site:setup.openNow')).waitFor({ state: 'detached' });
  await until(
    async () => (await index()).includes('/sitemap/blog-1.xml</loc>'),
    'the articles in the list of pages',
  );
  expect(await (await request.get('/sitemap/blog-1.xml')).text()).toContain('/blog/');
  await visitor.open('/blog');
  expect(await robots.count()).toBe(0);
});

it.each(['/desk/blog', '/desk/blog/new'])('shows %s to nobody else', async (path) => {
  const member = await stage.arrive({ as: reader });
  member.faults.expect(404);
  await member.open(path);
  await member.heading(member.t('pages:problem.missing.title'));
});
