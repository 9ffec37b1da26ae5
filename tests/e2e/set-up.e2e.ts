import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { Mailbox, tokenIn } from '../support/mailbox.js';
import { NewCommunity } from './support/new-community.js';
import { RegisterPage } from './support/pages/account-pages.js';
import {
  FeaturesPage,
  IncidentPage,
  LogoPage,
  MailPage,
  OfferPage,
  SitePage,
  TextPage,
} from './support/pages/admin-pages.js';
import type { Person } from './support/person.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

jest.setTimeout(240_000);

const stage = Stage.open();

const ACCOUNT = {
  mail: 'leitstand@firma.example',
  nickname: 'Leitstand',
  password: 'Elf Amseln am Morgen',
};

/** What the style sheets make of a colour, once all of them are there: words of a page come before its colours. */
async function brandOf({ page }: Person): Promise<string> {
  await page.waitForLoadState('load');
  return page.evaluate<string>(`getComputedStyle(document.documentElement).getPropertyValue('--brand')`);
}

/** Makes React arrive late, as on a slow line. @returns lets it arrive */
async function holdReactBack({ page }: Person): Promise<() => void> {
  const main = await page.locator('script[data-main]').getAttribute('data-main');
  let arrive!: () => void;
  const letIn = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(`**${main}`, (route) => letIn.then(() => route.continue()));
  return arrive;
}

describe.each(BOTH_WAYS)('a new community, $way', ({ scripts }) => {
  let community: NewCommunity;
  beforeAll(async () => {
    community = await NewCommunity.open();
  });
  afterAll(() => community?.close());

  /** The administrator of the first test, in another browser. */
  async function signedIn(): Promise<Person> {
    const person = await stage.arrive({ baseUrl: community.baseUrl, scripts });
    await person.signIn(ACCOUNT, ACCOUNT.password);
    return person;
  }

  it('is set up in the browser by whoever has the one-time link', async () => {
    const { baseUrl } = community;
    const visitor = await stage.arrive({ baseUrl, locale: 'en' });
    await visitor.open('/');
    const plain = await brandOf(visitor);

    const administrator = await stage.arrive({ baseUrl, scripts });
    const { page, t } = administrator;
    await administrator.open(community.invitation);
    await page.getByLabel(t('identity:field.mail')).fill(ACCOUNT.mail);
    const nickname = page.getByLabel(t('identity:field.nickname'), { exact: true });
    const password = page.getByLabel(t('identity:field.password'), { exact: true });
    const letReactArrive = await holdReactBack(administrator);
    await nickname.fill('Administrator');
    await password.fill(ACCOUNT.password);
    if (!scripts) administrator.faults.expect(422);
    await administrator.button(t('identity:firstAdministrator.send')).click();
    letReactArrive();
    await page.getByRole('alert').waitFor();
    if (scripts) expect(await password.inputValue()).toBe(ACCOUNT.password);
    else {
      await page.getByText(t('kit:form.typeAgain')).waitFor();
      await password.fill(ACCOUNT.password);
    }
    await nickname.fill(ACCOUNT.nickname);
    await administrator.submit(t('identity:firstAdministrator.send'));
    await administrator.accountMenu.waitFor();

    await administrator.heading(t('pages:admin.setup'));
    await administrator.audit('checklist');
    await administrator.submit(t('site:setup.createBoards'));
    await page.getByText(t('site:setup.progress', { done: 1, count: 7 })).waitFor();
    await administrator.open('/');
    await page.getByText(t('site:setup.left', { count: 6 })).waitFor();
    await administrator.link('Nutzung & Bedienung').first().waitFor();
    await administrator.open('/admin');
    await administrator.audit('administration');
    const site = await new SitePage(administrator).open();
    if (!scripts) administrator.faults.expect(422);
    await site.save({ name: 'Drehbank', brandColour: '#ffcc00' });
    const proposal = await site.proposal();
    await site.takeProposal(proposal);
    await site.saved();
    expect((await brandOf(administrator)).trim()).toBe(proposal);

    await visitor.open('/');
    expect(await visitor.page.title()).toBe('Drehbank');
    expect((await brandOf(visitor)).trim()).toBe(proposal);
    expect(proposal).not.toBe(plain.trim());
    await visitor.audit('home in the operator’s colours');
  });

  it('says that no mail leaves yet, and sends what waited once a mail server is entered', async () => {
    const mails = await Mailbox.open({ account: { user: 'post', password: 'Zwölf Amseln am Abend' } });
    try {
      const newcomer = await stage.arrive({ baseUrl: community.baseUrl, scripts });
      const registration = await new RegisterPage(newcomer).open();
      await newcomer.page.getByText(newcomer.t('pages:mailless.register')).waitFor();
      const mail = 'kolkrabe@kunde.example';
      await registration.send({ nickname: 'Kolkrabe77', mail, password: 'Regenschirm am Dienstag' });
      await newcomer.heading(newcomer.t('pages:mailless.registered'));
      await newcomer.audit('registered without a mail');

      const administrator = await signedIn();
      const { page, t } = administrator;
      await administrator.open('/desk/outbox');
      await until(async () => {
        await administrator.open('/desk/outbox');
        return (await page.getByText(mail).count()) > 0;
      }, 'the address that no mail has reached');
      await administrator.audit('outbox with a mail that waits');
      await administrator.open('/admin');
      await administrator.link(t('pages:admin.setUpMail')).click();
      const setup = await new MailPage(administrator).arrived();
      await setup.enter({ port: mails.port, userName: 'post', password: 'falsch' });
      if (!scripts) administrator.faults.expect(422);
      await administrator.submit(t('notifications:mailSetup.test'));
      await page.getByText('Prüfen Sie beides').first().waitFor();
      await administrator.audit('refused test mail');
      await administrator.open('/admin/mail'); // nothing on it says that anything was saved
      await setup.enter({ port: mails.port, userName: 'post', password: 'Zwölf Amseln am Abend' });
      await administrator.submit(t('notifications:mailSetup.test'));
      await page.getByText(t('pages:admin.mailSent')).waitFor();

      const waited = await until(() => Promise.resolve(mails.to(mail)[0]), 'the mail that waited');
      await newcomer.open(`/confirm/${tokenIn(waited, 'confirm')}`);
      await newcomer.submit(newcomer.t('identity:confirm.send'));
      await newcomer.accountMenu.waitFor();
    } finally {
      await mails.close();
    }
  });

  it('tells every visitor of an incident at once, and stops when it is over', async () => {
    const { baseUrl } = community;
    const visitor = await stage.arrive({ baseUrl, scripts });
    await visitor.open('/'); // kept for the next one
    const administrator = await signedIn();
    const incident = await new IncidentPage(administrator).open();
    const text = `Die Telefonie in Köln ist gestört (${scripts ? 1 : 2}).`;
    await incident.announce({ de: text, en: 'Telephony in Cologne is down.' });

    await until(async () => {
      await visitor.open('/');
      return visitor.page.getByText(text).isVisible();
    }, 'the incident on the home page');
    await visitor.audit('home with an incident');
    await administrator.open('/ask');
    await administrator.page.getByText(text).waitFor();

    await (await new IncidentPage(administrator).open()).end();
    await until(async () => {
      await visitor.open('/');
      return (await visitor.page.getByText(text).count()) === 0;
    }, 'the end of the incident');
  });

  it('shows an offer on the home page, marked as advertising, until it is switched off', async () => {
    const administrator = await signedIn();
    const picture = await sharp({ create: { width: 800, height: 450, channels: 3, background: '#0b5394' } })
      .png()
      .toBuffer();
    const offer = await new OfferPage(administrator).open();
    const link = 'https://www.firma.example/glasfaser';
    await offer.write({ title: 'Glasfaser für Büros', link, picture, alt: 'Ein Kabel' });

    const visitor = await stage.arrive({ baseUrl: community.baseUrl, scripts });
    await until(async () => {
      await visitor.open('/');
      return visitor.page.getByRole('heading', { name: 'Glasfaser für Büros' }).isVisible();
    }, 'the offer on the home page');
    const shown = visitor.page.getByRole('article').filter({ hasText: visitor.t('site:offer.mark') });
    const way = visitor.link(visitor.t('site:offer.more', { host: 'firma.example' }), shown);
    expect(await way.getAttribute('href')).toBe(link);
    expect(await way.getAttribute('rel')).toContain('sponsored');
    const src = await shown.getByRole('img', { name: 'Ein Kabel' }).getAttribute('src');
    expect((await visitor.context.request.get(src!)).status()).toBe(200);
    await visitor.audit('home with an offer');

    await (await new OfferPage(administrator).open()).switchOff();
    await until(async () => {
      await visitor.open('/');
      return (await shown.count()) === 0;
    }, 'the end of the offer');
  });

  it('bears the operator’s logo, and speaks to people as the operator wants', async () => {
    const administrator = await signedIn();
    const logo = await sharp({ create: { width: 480, height: 120, channels: 3, background: '#0b5394' } })
      .png()
      .toBuffer();
    await (await new LogoPage(administrator).open()).set(logo);
    await (await new SitePage(administrator).open()).address('DU');

    const visitor = await stage.arrive({ baseUrl: community.baseUrl, scripts });
    await until(async () => {
      await visitor.open('/');
      return visitor.page.getByText('Was können wir für dich tun?').isVisible();
    }, 'the other form of address');
    const name = await visitor.page.title();
    await visitor.page.getByRole('banner').getByRole('img', { name }).waitFor();
    const icon = (await visitor.page.locator('link[rel=icon]').getAttribute('href'))!;
    const drawn = await visitor.context.request.get(icon);
    expect(await sharp(await drawn.body()).metadata()).toMatchObject({ format: 'png', width: 32 });
    const manifest = await (await visitor.context.request.get('/site.webmanifest')).json();
    expect(manifest).toMatchObject({ name, icons: [{ sizes: '192x192' }, { sizes: '512x512' }] });
    await visitor.audit('home with a logo');

    await (await new LogoPage(administrator).open()).remove();
    await (await new SitePage(administrator).open()).address('SIE');
  });

  it('has no blog once that is switched off, and has it again', async () => {
    const administrator = await signedIn();
    const blog = administrator.t('site:feature.blog');
    await (await new FeaturesPage(administrator).open()).turn(blog, false);
    const visitor = await stage.arrive({ baseUrl: community.baseUrl, scripts });
    const way = visitor.link(visitor.t('kit:frame.blog'), visitor.page.getByRole('contentinfo'));
    await until(async () => {
      await visitor.open('/');
      return (await way.count()) === 0;
    }, 'a footer without the blog');
    for (const path of ['/blog', '/blog/feed.xml'])
      expect((await visitor.context.request.get(path)).status()).toBe(404);

    await new FeaturesPage(administrator).turn(blog, true);
    await until(async () => {
      await visitor.open('/');
      return way.isVisible();
    }, 'the blog in the footer');
    expect((await visitor.context.request.get('/blog')).status()).toBe(200);
  });

  it('puts what it was told into the imprint, and refuses to publish gaps that nobody was asked about', async () => {
    const administrator = await signedIn();
    const { page, t } = administrator;
    const text = await new TextPage(administrator).open('imprint');
    await text.answer('Name des Unternehmens mit Rechtsform', 'Drehbank GmbH');
    await text.answer('Straße und Hausnummer', 'Am Hang 1');
    await text.answer('Postleitzahl und Ort', '50667 Köln');
    await text.answer('E-Mail-Adresse', 'post@firma.example');
    if (!scripts) administrator.faults.expect(422);
    await text.leaveOutTheRest();
    await text.publish();
    await page.getByRole('alert').getByText('E-Mail-Adresse der Kontaktstelle').waitFor();
    await administrator.audit('text with gaps');
    await text.answer('E-Mail-Adresse der Kontaktstelle', 'recht@firma.example');
    if (scripts) await (await text.preview()).getByText('Drehbank GmbH').first().waitFor();
    await text.publish();
    await page.getByText(t('pages:admin.saved')).waitFor();

    const visitor = await stage.arrive({ baseUrl: community.baseUrl, scripts });
    await until(async () => {
      await visitor.open('/imprint');
      return visitor.page.getByText('Drehbank GmbH').first().isVisible();
    }, 'the new imprint');
    expect(await visitor.page.getByRole('main').innerText()).not.toMatch(/\[|Telefon:|Aufsichtsbehörde/);
    await new TextPage(administrator).open('privacy');
    const known = page.getByRole('textbox', { name: 'Straße und Hausnummer', exact: true });
    expect(await known.inputValue()).toBe('Am Hang 1');

    await administrator.open('/admin/texts/imprint');
    await administrator.link(t('pages:admin.fillAnew')).click();
    await page.getByText(t('pages:admin.filledAnew')).waitFor();
    await administrator.audit('a text to be filled anew');
    expect(await known.inputValue()).toBe('Am Hang 1');
    await administrator.awake();
    await text.answer('Straße und Hausnummer', 'Am Hang 2');
    await text.leaveOutTheRest();
    await text.publish();
    await page.getByText(t('pages:admin.saved')).waitFor();
    await until(async () => {
      await visitor.open('/imprint');
      return visitor.page.getByText('Am Hang 2').first().isVisible();
    }, 'the imprint filled anew');
  });
});
