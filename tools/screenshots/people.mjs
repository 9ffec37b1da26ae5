import { readFileSync } from 'node:fs';
import { Problem } from '../lib/problem.mjs';

/** Who of the demo looks, by what they may do. */
export const NICKNAMES = {
  member: 'Kranich42',
  moderator: 'MiriamH',
  administrator: 'Leitstand',
  suspended: 'JonasR',
};

/**
 * Opens a browser of their own for everybody who looks: a visitor, and the signed-in people of the demo.
 * @param {import('playwright-core').Browser} browser
 * @param {{ baseUrl: string, log: string }} community whose log names the passwords of the demo
 * @returns {Promise<Record<'visitor' | 'member' | 'moderator' | 'administrator' | 'suspended', import('playwright-core').BrowserContext>>}
 */
export async function openPeople(browser, { baseUrl, log }) {
  const options = { locale: 'de-DE', baseURL: baseUrl, reducedMotion: 'reduce' };
  const people = { visitor: await browser.newContext(options) };
  for (const [role, nickname] of Object.entries(NICKNAMES)) {
    people[role] = await browser.newContext(options);
    await signIn(people[role], readFileSync(log, 'utf8'), nickname);
  }
  return people;
}

/** @returns how somebody of the demo signs in, as it printed it when it started */
export function credentialsOf(log, nickname) {
  const [, mail, password] = new RegExp(`^ +(\\S+@\\S+) +(\\S+) +${nickname}\\b`, 'm').exec(log) ?? [];
  if (!mail) throw new Problem(`The demo printed no password for ${nickname}.`);
  return { mail, password };
}

async function signIn(context, log, nickname) {
  const { mail, password } = credentialsOf(log, nickname);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-Mail-Adresse').fill(mail);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.close();
}

const isElsewhere = (address) => (page) => page.waitForURL((url) => `${url.pathname}${url.hash}` !== address);

/**
 * Fills the form of an address as somebody, and sends it.
 * @param isDone waits until the page shows that it arrived
 */
export async function send(person, address, fill, button, isDone = isElsewhere(address)) {
  const page = await person.newPage();
  await page.goto(address);
  await fill(page);
  await page.getByRole('main').getByRole('button', { name: button }).click();
  await isDone(page);
  await page.close();
}

/** Lets people do what pages of the demo would otherwise have nothing to show of: comment, edit, report, notify, and suspend. */
export async function leaveTraces({ visitor, member, moderator, administrator }, { article, post, ownPost }) {
  await send(
    member,
    article,
    (page) =>
      page
        .getByRole('textbox', { name: 'Ihr Kommentar' })
        .fill('Danke für den **Überblick**. Wer meldet sich beim Eigentümer?'),
    'Kommentieren',
  );
  await send(
    member,
    `/p/${ownPost}/edit`,
    async (page) => {
      const text = page.getByRole('main').locator('textarea[name=body]');
      await text.fill(
        `${await text.inputValue()}\n\nNachtrag: Nach dem Update am Montag ist es so geblieben.`,
      );
    },
    'Änderungen speichern',
  );
  await send(
    moderator,
    `/p/${post}/report`,
    async (page) => {
      await page.getByRole('combobox', { name: 'Was stimmt nicht?' }).selectOption({ index: 1 });
      await page
        .getByRole('textbox', { name: 'Was sollen wir wissen?' })
        .fill('Da steht eine Durchwahl im Text.');
    },
    'Meldung senden',
  );
  await send(
    visitor,
    `/report-content?address=/p/${post}`,
    async (page) => {
      await page.getByRole('combobox', { name: 'Worum geht es?' }).selectOption({ index: 3 });
      await page
        .getByRole('textbox', { name: 'Warum halten Sie' })
        .fill('Der Beitrag nennt die private Nummer unserer Mitarbeiterin, ohne dass sie gefragt wurde.');
      await page.getByRole('textbox', { name: 'Ihr Name' }).fill('Ludmilla Hohenberg');
      await page.getByRole('textbox', { name: 'Ihre Mailadresse' }).fill('l.hohenberg@kanzlei.example');
      await page.getByRole('checkbox').check();
    },
    'Meldung absenden',
    (page) => page.waitForURL('**/notice/*'),
  );
  await send(
    administrator,
    `/admin/members/${NICKNAMES.suspended}`,
    (page) => page.getByLabel('Grund').fill('Werbung trotz zweier Hinweise'),
    'Sperren',
    (page) => page.getByRole('button', { name: 'Sperre aufheben' }).waitFor(),
  );
}
