import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Mailbox, tokenIn } from '../support/mailbox.js';
import { NewCommunity } from './support/new-community.js';
import { ConfirmPage, RegisterPage, StaffProfilePage } from './support/pages/account-pages.js';
import { SitePage, TextPage } from './support/pages/admin-pages.js';
import { BlogArticle, BlogDeskPage } from './support/pages/blog-pages.js';
import { ReportsDesk } from './support/pages/desk-pages.js';
import { Composer, ThreadPage } from './support/pages/forum-pages.js';
import type { Person } from './support/person.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

jest.setTimeout(240_000);

const stage = Stage.open();

const TITLE = 'Warum bricht das Fax nach der Umstellung ab?';
const ANSWER = 'Schalten Sie T.38 ab, dann läuft es durch.';
const SPAM = 'Günstige Faxgeräte gibt es bei mir.';
const ADMINISTRATOR = { mail: 'leitstand@firma.example', password: 'Elf Amseln am Morgen' };
const ARTICLE = 'Was die neue Telefonanlage kann';

describe.each(BOTH_WAYS)('the first day of a community, $way', ({ scripts }) => {
  let mails: Mailbox;
  let community: NewCommunity;
  const arrive = () => stage.arrive({ baseUrl: community.baseUrl, scripts });

  beforeAll(async () => {
    mails = await Mailbox.open();
    community = await NewCommunity.open({ SMTP_URL: mails.url });
  });
  afterAll(async () => {
    await community?.close();
    await mails.close();
  });

  async function linkFor(mail: string, page: Parameters<typeof tokenIn>[1]): Promise<string> {
    return tokenIn(await until(() => Promise.resolve(mails.to(mail)[0]), `a mail to ${mail}`), page);
  }

  /** Whoever has the link of the start sets up what the checklist names. */
  async function opensTheCommunity(): Promise<Person> {
    const person = await arrive();
    const { page, t } = person;
    await person.open(community.invitation);
    await page.getByLabel(t('identity:field.mail')).fill(ADMINISTRATOR.mail);
    await page.getByLabel(t('identity:field.nickname'), { exact: true }).fill('Leitstand');
    await page.getByLabel(t('identity:field.password'), { exact: true }).fill(ADMINISTRATOR.password);
    await person.submit(t('identity:firstAdministrator.send'));
    await person.heading(t('pages:admin.setup'));
    await person.submit(t('site:setup.createBoards'));
    const site = await new SitePage(person).open();
    await site.save({ name: 'Fernsprech', brandColour: '#1d4f91' });
    await site.saved();
    await person.open('/admin/setup');
    await person.link(`${t('site:setup.begin')}: ${t('site:setup.name')}`).click();
    await (await new StaffProfilePage(person).arrived()).tell('Karin Dreyer');
    return person;
  }

  /** A guest asks and publishes by the mail. @returns the guest, signed in at the thread */
  async function asksAsGuest(): Promise<Person> {
    const person = await arrive();
    const { page, t } = person;
    const composer = await new Composer(person).open();
    await composer.title.fill(TITLE);
    await composer.body.fill('Seit Montag, bei jedem **zweiten** Blatt.');
    await page.getByRole('combobox', { name: t('forum:ask.board') }).selectOption({ index: 1 });
    await person.submit(t('forum:ask.send'));
    await person.heading(t('pages:finish.title'));
    const main = page.getByRole('main');
    await main.getByLabel(t('identity:field.businessMail')).fill('gast@kunde.example');
    await main.getByRole('checkbox').check();
    await person.submit(t('identity:guest.send'), main);
    await person.heading(t('pages:guestSent.title'));
    await person.open(`/ask/publish/${await linkFor('gast@kunde.example', 'ask/publish')}`);
    await person.submit(t('identity:guest.publish'));
    await person.heading(TITLE);
    await person.accountMenu.waitFor();
    return person;
  }

  async function registers(nickname: string): Promise<Person> {
    const person = await arrive();
    const mail = `${nickname.toLowerCase()}@helfer.example`;
    const register = await new RegisterPage(person).open();
    await register.send({ nickname, mail, password: 'Zwölf Spatzen am Abend' });
    await register.sent();
    await (await new ConfirmPage(person).open(await linkFor(mail, 'confirm'))).confirm();
    await person.accountMenu.waitFor();
    return person;
  }

  it('leads from the link of the start to a question that is asked, solved and found again', async () => {
    const administrator = await opensTheCommunity();
    const asker = await asksAsGuest();
    const thread = new ThreadPage(asker);
    const { path } = thread;

    const helper = await registers('Amsel');
    await helper.open(path);
    await new ThreadPage(helper).reply(ANSWER);
    await new ThreadPage(helper).reply(SPAM);

    await thread.again();
    await thread.accept(ANSWER);
    await thread.thanks(thread.answer(ANSWER)).click();
    await asker
      .button(asker.t('kudos:thanks', { count: 1 }))
      .first()
      .waitFor();
    await thread.choose(thread.answer(SPAM), 'post.report');
    await asker.page.getByLabel(asker.t('moderation:report.reason')).selectOption('SPAM');
    await asker.submit(asker.t('moderation:report.send'));
    await asker.heading(asker.t('pages:reported.title'));

    await (await new ReportsDesk(administrator).open()).hide(TITLE, 'Werbung');

    const editing = await (await new BlogDeskPage(administrator).open()).begin();
    await editing.fill({
      heading: ARTICLE,
      teaser: 'Sie klingelt überall zugleich.',
      body: 'Die neue Anlage verbindet Büro, Lager und Werkstatt und braucht keine Wartung.',
      tags: 'telefonie',
    });
    await editing.submit();
    await administrator.heading(ARTICLE);
    await editing.release();

    const visitor = await arrive();
    const finds = async (words: string, title: string) => {
      await until(async () => {
        await visitor.open(`/search?q=${encodeURIComponent(words)}`);
        return (await visitor.page.getByRole('main').getByRole('link', { name: title }).count()) > 0;
      }, `${title} in the search`);
      await visitor.page.getByRole('main').getByRole('link', { name: title }).first().click();
      await visitor.heading(title);
    };
    await finds('Anlage Werkstatt', ARTICLE);
    expect(await new BlogArticle(visitor).article.innerText()).toContain('keine Wartung');
    await finds('fax umstellung', TITLE);
    const found = new ThreadPage(visitor);
    expect(await found.solutions.innerText()).toContain(ANSWER);
    expect(await visitor.html()).not.toContain(SPAM);
    expect(await visitor.page.title()).toContain('Fernsprech');
  });

  it('asks members to accept a text that changed, with what is new, and not whoever published it', async () => {
    const member = await registers('Meise');
    const administrator = await arrive();
    await administrator.signIn(ADMINISTRATOR, ADMINISTRATOR.password);
    await administrator.open('/admin/texts');
    await administrator.audit('texts');
    const text = await new TextPage(administrator).open('netiquette');
    await text.add('Wir bleiben höflich, auch wenn es eilt.');
    await administrator.open('/');
    expect(await administrator.link(administrator.t('pages:frame.textsRead')).count()).toBe(0);

    const { page, t } = member;
    await member.open('/');
    await member.link(t('pages:frame.textsRead')).click();
    await member.heading(t('pages:texts.title'));
    await member.audit('texts to accept');
    await page.locator('ins', { hasText: 'Wir bleiben höflich, auch wenn es eilt.' }).waitFor();
    await page.getByLabel(t('identity:texts.accept')).check();
    await member.submit(t('identity:texts.send'));
    await member.heading(t('pages:home.title'));
    expect(await member.link(t('pages:frame.textsRead')).count()).toBe(0);

    const visitor = await arrive();
    await visitor.open('/netiquette');
    await visitor.page.getByText('auch wenn es eilt').waitFor();
  });
});
