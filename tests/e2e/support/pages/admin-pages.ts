import type { Locator } from 'playwright-core';
import type { Person } from '../person.js';

/** Where a picture is handed in: the field behind the button, or the plain one of a form without scripts. */
const pictureInput = (scripts: boolean) => `input[type=file]${scripts ? '[hidden]' : ':not([hidden])'}`;

/** Name und Farben. */
export class SitePage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/admin/site');
    await this.person.heading(this.person.t('pages:admin.site'));
    await this.person.audit('site settings');
    return this;
  }

  async save(site: { name: string; brandColour: string }): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('site:settings.name')).fill(site.name);
    await page.getByLabel(t('site:settings.brandColour'), { exact: true }).fill(site.brandColour);
    await this.person.submit(t('site:settings.save'));
  }

  async address(form: 'SIE' | 'DU'): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('site:settings.address'), { exact: true }).selectOption(form);
    await this.person.submit(t('site:settings.save'));
    await this.saved();
  }

  /** The colour that the refusal proposes. */
  async proposal(): Promise<string> {
    const refusal = this.person.page.getByText(/(?:Vorschlag:|Try) #[0-9a-f]{6}/).last();
    return /#[0-9a-f]{6}/.exec(await refusal.innerText())![0];
  }

  /** Saves it in place of what was refused: by its button, or without scripts by its number alone. */
  async takeProposal(proposal: string): Promise<void> {
    const { page, scripts, t } = this.person;
    if (!scripts) return this.save({ name: 'Drehbank', brandColour: proposal.replace('#', '') });
    await this.person.button(t('site:settings.takeProposal', { proposal })).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await this.person.submit(t('site:settings.save'));
  }

  async saved(): Promise<void> {
    await this.person.page.getByText(this.person.t('pages:admin.saved')).waitFor();
  }
}

/** Mail. */
export class MailPage {
  constructor(private readonly person: Person) {}

  async arrived(): Promise<this> {
    await this.person.heading(this.person.t('pages:admin.mail'));
    await this.person.audit('mail server');
    return this;
  }

  /** A server on this machine, without encryption. */
  async enter(server: { port: number; userName: string; password: string }): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('administration:mail.host'), { exact: true }).fill('127.0.0.1');
    await page.getByLabel(t('administration:mail.encryption')).selectOption('NONE');
    await page.getByLabel(t('administration:mail.port'), { exact: true }).fill(`${server.port}`);
    await page.getByLabel(t('administration:mail.userName')).fill(server.userName);
    await page.getByLabel(t('administration:mail.password')).fill(server.password);
    await page.getByLabel(t('administration:mail.senderAddress')).fill('post@werkbank.example');
    await this.person.submit(t('administration:mail.save'));
    await page.getByRole('status').getByText(t('pages:admin.saved')).waitFor(); // a password kept says so, too
    await this.person.awake();
  }
}

/** Störung. */
export class IncidentPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/admin/incident');
    await this.person.heading(this.person.t('pages:admin.incident'));
    await this.person.audit('incident');
    return this;
  }

  async announce(texts: { de: string; en: string }): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('site:incident.textDe')).fill(texts.de);
    await page.getByLabel(t('site:incident.textEn')).fill(texts.en);
    await this.person.submit(t('site:incident.announce'));
    await this.endButton.waitFor();
  }

  async end(): Promise<void> {
    await this.person.submit(this.person.t('site:incident.end'));
    await this.endButton.waitFor({ state: 'detached' });
  }

  private get endButton(): Locator {
    return this.person.button(this.person.t('site:incident.end'));
  }
}

/** Angebot. */
export class OfferPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/admin/offer');
    await this.person.heading(this.person.t('pages:admin.offer'));
    await this.person.audit('offer');
    return this;
  }

  /** Writes the offer with its picture, and shows it. */
  async write(offer: { title: string; link: string; picture: Buffer; alt: string }): Promise<void> {
    const { page, scripts, t } = this.person;
    await page.getByLabel(t('site:offer.titleDe')).fill(offer.title);
    await page.getByLabel(t('site:offer.titleEn')).fill('Fibre for offices');
    await page.getByLabel(t('site:offer.textDe')).fill('Bis Jahresende ohne Anschlusskosten.');
    await page.getByLabel(t('site:offer.textEn')).fill('No connection fee until New Year.');
    await page.getByLabel(t('site:offer.link')).fill(offer.link);
    await page
      .locator(pictureInput(scripts))
      .setInputFiles({ name: 'glasfaser.png', mimeType: 'image/png', buffer: offer.picture });
    if (scripts) await page.getByText(t('files:picture.chosen')).waitFor();
    await page.getByLabel(t('site:offer.pictureAltDe')).fill(offer.alt);
    await page.getByLabel(t('site:offer.pictureAltEn')).fill('A cable');
    await this.save();
  }

  async switchOff(): Promise<void> {
    await this.person.page.getByLabel(this.person.t('site:offer.shown')).uncheck();
    await this.save();
    await this.person.page
      .getByRole('heading', { name: this.person.t('pages:admin.offerPreview') })
      .waitFor();
  }

  private async save(): Promise<void> {
    await this.person.submit(this.person.t('site:settings.save'));
    await this.person.page.getByText(this.person.t('pages:admin.saved')).waitFor();
  }
}

/** Logo. */
export class LogoPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/admin/logo');
    await this.person.heading(this.person.t('pages:admin.logo'));
    await this.person.audit('logo');
    return this;
  }

  /** Hands in the logo for light grounds. */
  async set(logo: Buffer): Promise<void> {
    const { page, scripts, t } = this.person;
    await page
      .locator(pictureInput(scripts))
      .first() // for light grounds
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
    if (scripts) await page.getByText(t('files:picture.chosen')).waitFor();
    await this.person.submit(t('site:settings.save'));
    await page.getByText(t('pages:admin.saved')).waitFor();
  }

  async remove(): Promise<void> {
    const { page, t } = this.person;
    await this.person.submit(t('site:logo.remove'));
    await page.getByRole('img', { name: t('site:logo.current') }).waitFor({ state: 'detached' });
  }
}

/** Funktionen. */
export class FeaturesPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/admin/features');
    await this.person.heading(this.person.t('pages:admin.features'));
    await this.person.audit('features');
    return this;
  }

  /** Switches a part by the name it bears, and waits until it says so. */
  async turn(name: string, on: boolean): Promise<void> {
    const { t } = this.person;
    const [wanted, other] = on
      ? [t('site:feature.switchOn'), t('site:feature.switchOff')]
      : [t('site:feature.switchOff'), t('site:feature.switchOn')];
    await this.person.submit(`${wanted}: ${name}`);
    await this.person.button(`${other}: ${name}`).waitFor();
  }
}

/** One of the operator's texts. */
export class TextPage {
  constructor(private readonly person: Person) {}

  async open(slug: string): Promise<this> {
    await this.person.open(`/admin/texts/${slug}`);
    await this.person.page.getByRole('heading', { level: 1 }).waitFor();
    await this.person.audit('text');
    return this;
  }

  /** Fills a gap by its name. */
  async answer(gap: string, answer: string): Promise<void> {
    await this.person.page.getByRole('textbox', { name: gap, exact: true }).fill(answer);
  }

  /** Says of all gaps that can be left out that they do not apply. */
  async leaveOutTheRest(): Promise<void> {
    const boxes = this.person.page.getByRole('checkbox', { name: / entfällt$/ });
    for (const box of await boxes.all()) await box.check();
  }

  async preview(): Promise<Locator> {
    await this.person.button(this.person.t('identity:text.preview')).click();
    return this.person.page.getByRole('status').filter({ has: this.person.page.getByRole('article') });
  }

  async publish(): Promise<void> {
    await this.person.submit(this.person.t('identity:text.publish'));
  }

  /** Adds a paragraph to the German text and publishes it as a material change, gaps and all. */
  async add(paragraph: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByText(t('identity:text.words')).click();
    const field = page.getByLabel(t('identity:text.body', { language: t('identity:text.german') }));
    await field.fill(`${await field.inputValue()}\n\n${paragraph}`);
    await page.getByLabel(t('identity:text.withGaps')).check();
    await this.person.submit(t('identity:text.publish'));
    await page.getByText(t('pages:admin.saved')).waitFor();
  }
}
