import type { Locator } from 'playwright-core';
import type { Person } from '../person.js';

/** What somebody gives when opening an account. */
export interface Registration {
  readonly nickname: string;
  readonly mail: string;
  readonly password: string;
}

/** Konto anlegen. */
export class RegisterPage {
  constructor(private readonly person: Person) {}

  /** @param next where one came from */
  async open(next?: string): Promise<this> {
    await this.person.open(next ? `/register?next=${encodeURIComponent(next)}` : '/register');
    await this.person.audit('register');
    return this;
  }

  async send({ nickname, mail, password }: Registration): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('identity:field.nickname'), { exact: true }).fill(nickname);
    await page.getByLabel(t('identity:field.businessMail')).fill(mail);
    await page.getByLabel(t('identity:field.password'), { exact: true }).fill(password);
    await page.getByRole('checkbox', { name: t('identity:register.acceptNetiquette') }).check();
    await page.getByRole('checkbox', { name: t('identity:register.acceptPrivacy') }).check();
    await this.person.submit(t('identity:register.send'));
  }

  /** The page that asks to look into the mailbox. */
  async sent(): Promise<void> {
    await this.person.heading(this.person.t('pages:registered.title'));
    await this.person.audit('registered');
  }
}

/** Adresse bestätigen, as the mail leads there. */
export class ConfirmPage {
  constructor(private readonly person: Person) {}

  async open(token: string): Promise<this> {
    await this.person.open(`/confirm/${token}`);
    await this.person.heading(this.person.t('pages:confirm.title'));
    await this.person.audit('confirm');
    return this;
  }

  async confirm(): Promise<void> {
    await this.person.submit(this.person.t('identity:confirm.send'));
  }
}

/** Anmelden. */
export class SignInPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/sign-in');
    await this.person.audit('sign-in');
    return this;
  }

  async send(mail: string, password: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('identity:field.mail')).fill(mail);
    await page.getByLabel(t('identity:field.password')).fill(password);
    await this.person.submit(t('identity:signIn.send'), page.getByRole('main'));
  }

  /** What the form says is wrong. */
  async problem(): Promise<string> {
    const alert = this.person.page.getByRole('alert');
    await alert.waitFor();
    await this.person.audit('sign-in refused');
    return alert.innerText();
  }

  async forgotten(): Promise<ForgottenPasswordPage> {
    await this.person.link(this.person.t('identity:signIn.forgot')).click();
    await this.person.heading(this.person.t('pages:forgot.title'));
    await this.person.audit('forgotten password');
    return new ForgottenPasswordPage(this.person);
  }
}

/** Passwort vergessen, and Neues Passwort, to which its mail leads. */
export class ForgottenPasswordPage {
  constructor(private readonly person: Person) {}

  async ask(mail: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('identity:field.mail')).fill(mail);
    await this.person.submit(t('identity:forgot.send'));
    await this.person.heading(t('pages:resetSent.title'));
  }

  async set(token: string, password: string): Promise<void> {
    const { page, t } = this.person;
    await this.person.open(`/reset-password/${token}`);
    await this.person.audit('reset password');
    await page.getByRole('textbox', { name: t('identity:reset.password') }).fill(password);
    await this.person.submit(t('identity:reset.send'));
    await this.person.heading(t('pages:account.signIn'));
  }
}

/** Konto, for who is signed in. */
export class OwnAccountPage {
  constructor(private readonly person: Person) {}

  async changePassword(from: string, to: string): Promise<void> {
    const { page, t } = this.person;
    await this.person.open('/settings/account');
    await this.person.audit('own-account');
    const form = page.getByRole('form', { name: t('identity:own.changePassword') });
    await form.getByLabel(t('identity:own.currentPassword')).fill(from);
    await form.getByLabel(t('identity:reset.password')).fill(to);
    await this.person.submit(t('identity:own.changePassword'));
    await page.getByText(t('pages:account.done.password')).waitFor();
  }

  async delete(password: string): Promise<void> {
    const { page, t } = this.person;
    await this.person.open('/settings/account/delete');
    await this.person.audit('delete-account');
    await page.getByLabel(t('identity:own.currentPassword')).fill(password);
    await this.person.submit(t('identity:own.delete'));
    await this.person.heading(t('pages:accountDeleted.title'));
  }
}

/** Was ich von mir zeige, for those who speak for the operator. */
export class StaffProfilePage {
  constructor(private readonly person: Person) {}

  /** Where one came from leads here. */
  async arrived(): Promise<this> {
    await this.person.heading(this.person.t('pages:person.title'));
    return this;
  }

  async tell(realName: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByLabel(t('pseudonyms:staff.realName')).fill(realName);
    await page.getByLabel(t('pseudonyms:staff.roleDe')).fill('Technischer Support');
    await page.getByLabel(t('pseudonyms:staff.roleEn')).fill('Technical support');
    await this.person.submit(t('pseudonyms:staff.save'));
    await page.getByText(t('pages:person.saved')).waitFor();
  }
}

/** Meine anonymen Namen. */
/** *Wer sieht was?* */
export class WhoSeesWhatPage {
  constructor(private readonly person: Person) {}

  /** From the list of anonymous names, for the thread of one of them. */
  async openFor(name: string): Promise<this> {
    const { page, t } = this.person;
    await this.person.open('/settings/personas');
    await page.getByRole('link', { name: t('pages:personas.whoSeesNamed', { name }) }).click();
    await this.person.heading(t('pages:whoSees.title'));
    return this;
  }

  /** @param as keys of what the audience is called, and of the heading above what it sees */
  async look(as: { name: string; heading: string }): Promise<void> {
    const { page, t } = this.person;
    await this.audiences.getByRole('link', { name: t(as.name), exact: true }).click();
    await page.getByRole('heading', { level: 2, name: t(as.heading) }).waitFor();
  }

  async choose(title: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByText(t('pages:whoSees.choose')).click();
    await page.locator('details').getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 4, name: title }).waitFor();
  }

  get audiences(): Locator {
    return this.person.page.getByRole('navigation', { name: this.person.t('pages:whoSees.audiences') });
  }

  /** What the audience sees in one part of the page. */
  part(title: string): Locator {
    const { page, t } = this.person;
    const heading = page.getByRole('heading', { level: 3, name: t(title) });
    return page.locator('section section').filter({ has: heading });
  }
}

export class PersonasPage {
  constructor(private readonly person: Person) {}

  async open(): Promise<this> {
    await this.person.open('/settings/personas');
    return this;
  }

  async giveUp(name: string, password: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByRole('link', { name: t('pages:personas.giveUpNamed', { name }) }).click();
    await this.person.heading(t('pages:giveUp.title', { name }));
    await this.person.audit('give-up-persona');
    await page.getByLabel(t('identity:own.currentPassword')).fill(password);
    await this.person.submit(t('identity:own.giveUpPersona'));
  }

  async claim(name: string, password: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByRole('link', { name: t('pages:personas.claimNamed', { name }) }).click();
    await this.person.heading(t('pages:claim.title', { name }));
    await this.person.audit('claim-persona');
    await page.getByLabel(t('identity:own.currentPassword')).fill(password);
    await this.person.submit(t('identity:own.claimPersona'));
    await page.getByText(t('pages:personas.claimed')).waitFor();
    await page.getByText(t('pages:personas.isClaimed')).waitFor();
  }

  /** Waits for the page that says so, where the name is not listed any more. */
  async givenUp(name: string): Promise<void> {
    const { page, t } = this.person;
    await page.getByText(t('pages:personas.givenUp')).waitFor();
    await page.getByRole('heading', { name, level: 2 }).waitFor({ state: 'detached' });
  }
}
