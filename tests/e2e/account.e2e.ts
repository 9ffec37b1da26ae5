import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { tokenIn } from '../support/mailbox.js';
import { TEST_PASSWORD } from '../support/members.js';
import {
  ConfirmPage,
  ForgottenPasswordPage,
  OwnAccountPage,
  PersonasPage,
  RegisterPage,
  SignInPage,
} from './support/pages/account-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

const somebody = () => {
  const name = `Kranich${randomUUID().slice(0, 6)}`;
  return { nickname: name, mail: `${name.toLowerCase()}@firma.example`, password: 'Elf Amseln am Morgen' };
};

describe.each(BOTH_WAYS)('an account, $way', ({ scripts }) => {
  it.each(['de', 'en'] as const)('is opened by a mail and its button, and leads on (%s)', async (locale) => {
    const one = somebody();
    const person = await stage.arrive({ scripts, locale });
    const register = await new RegisterPage(person).open('/faq');
    await register.send(one);
    await register.sent();

    const mail = await stage.mailTo(one.mail);
    expect(mail.text).toContain({ de: 'Registrierung bestätigen', en: 'Confirm registration' }[locale]);
    const confirm = await new ConfirmPage(person).open(tokenIn(mail, 'confirm'));
    expect(await person.accountMenu.count()).toBe(0); // following the link alone does nothing: scanners of mails do that
    await confirm.confirm();
    await person.accountMenu.waitFor();
    expect(await person.accountMenu.getAttribute('aria-label')).toContain(one.nickname);
    expect(new URL(person.page.url()).pathname).toMatch(/\/faq$/); // where one was before

    await person.signOut();
    const signIn = await new SignInPage(person).open();
    await signIn.send(one.mail, one.password);
    await person.accountMenu.waitFor();
    const consents = await stage.community.owner.query<{ text: string; version: string }[]>(
      `SELECT c.* FROM identity.consent c JOIN identity.account a ON a.id = c.account_id WHERE a.mail = $1`,
      [one.mail],
    );
    expect(consents).toHaveLength(3);
  });

  it('is refused to a wrong password, with one sentence and nothing lost', async () => {
    const member = await stage.community.member();
    const person = await stage.arrive({ scripts });
    const signIn = await new SignInPage(person).open();
    if (!scripts) person.faults.expect(422);
    await signIn.send(member.mail, 'Zwölf Spatzen am Abend');
    expect(await signIn.problem()).toMatch(/Passwort/);
    expect(await person.page.getByLabel(person.t('identity:field.mail')).inputValue()).toBe(member.mail);
  });

  it('gives an anonymous name up after a wrong password, and what it wrote stays', async () => {
    const { community } = stage;
    const [member, board] = [await community.member(), await community.board()];
    const thread = await community.question(member, board, { anonymous: true });
    const [{ name }] = await community.owner.query<[{ name: string }]>(
      'SELECT name::text FROM pseudonyms.pseudonym WHERE id = $1',
      [thread.authorId],
    );
    const person = await stage.arrive({ scripts, as: member });
    const personas = await new PersonasPage(person).open();
    if (!scripts) person.faults.expect(422);
    await personas.giveUp(name, 'Zwölf Spatzen am Abend');
    await person.page.getByText('Das ist nicht Ihr jetziges Passwort.').first().waitFor();
    await (await personas.open()).giveUp(name, TEST_PASSWORD);
    await personas.givenUp(name);
    await person.open(`/t/${thread.slug}/${thread.publicId}`);
    await person.page.getByText(name).first().waitFor();
    expect(await person.page.locator('a[href$="/edit"]').count()).toBe(0);
  });

  it('says of an anonymous name that it was them, and everybody reads it below the post', async () => {
    const { community } = stage;
    const [member, board] = [await community.member(), await community.board()];
    const thread = await community.question(member, board, { anonymous: true });
    const [{ name }] = await community.owner.query<[{ name: string }]>(
      'SELECT name::text FROM pseudonyms.pseudonym WHERE id = $1',
      [thread.authorId],
    );
    const path = `/t/${thread.slug}/${thread.publicId}`;
    const reader = await stage.arrive({ scripts });
    await reader.open(path); // the page is kept for visitors from here on
    const person = await stage.arrive({ scripts, as: member });
    await (await new PersonasPage(person).open()).claim(name, TEST_PASSWORD);
    await until(async () => {
      await reader.open(path);
      return (await reader.page.getByText(reader.t('forum:author.claimed')).count()) === 1;
    }, 'the note below the post');
    await reader.audit('claimed-post');
    expect(await reader.page.getByRole('link', { name: member.nickname }).getAttribute('href')).toContain(
      `/u/${member.nickname}`,
    );
  });

  it('comes back to who forgot the password, and every older session ends', async () => {
    const member = await stage.community.member();
    const elsewhere = await stage.arrive({ scripts, as: member });
    const person = await stage.arrive({ scripts });
    const forgotten = await (await new SignInPage(person).open()).forgotten();
    await forgotten.ask(member.mail);
    const token = tokenIn(await stage.mailTo(member.mail), 'reset-password');
    await new ForgottenPasswordPage(person).set(token, 'Dreizehn Meisen im Schnee');

    await new SignInPage(person).send(member.mail, 'Dreizehn Meisen im Schnee');
    await person.accountMenu.waitFor();
    await elsewhere.open('/');
    expect(await elsewhere.accountMenu.count()).toBe(0);

    const own = new OwnAccountPage(person);
    await own.changePassword('Dreizehn Meisen im Schnee', 'Vierzehn Finken am Futter');
    await own.delete('Vierzehn Finken am Futter');
    expect(await person.accountMenu.count()).toBe(0);
  });
});
