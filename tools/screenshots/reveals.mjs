import { generateSync, ScureBase32Plugin } from 'otplib';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { send } from './people.mjs';

const FACTOR = '/settings/account/second-factor';
const DESK = '/desk/reveals';

/** Makes the key without which reveals are off, before the community that reads it starts. */
export async function allowReveals(keysDir) {
  const { KeyRing } = await loadTypeScript('libs/platform/server/src/keys/key-ring.ts');
  KeyRing.open(keysDir);
  KeyRing.addRevealKey(keysDir);
}

/**
 * Has one persona revealed, whose author is still to be told, and a reveal of another one asked for.
 * @param {{ moderator: BrowserContext, administrator: BrowserContext }} people
 * @param {{ revealedPost: string, waitingPost: string }} places posts of two personas
 * @param {{ password: string }} credentials of the administrator, who is custodian as well
 */
export async function requestReveals(
  { moderator, administrator },
  { revealedPost, waitingPost },
  { password },
) {
  await setUpFactor(administrator, password);
  await ask(
    moderator,
    revealedPost,
    'AZ 31 Js 2207/26',
    'Die Staatsanwaltschaft verlangt Auskunft; das Schreiben liegt der Rechtsabteilung vor.',
  );
  await send(
    administrator,
    DESK,
    (page) =>
      page.getByRole('textbox', { name: 'Begründung' }).fill('Das Schreiben ist echt und deckt den Antrag.'),
    'Genehmigen',
    (page) => page.getByRole('button', { name: 'Einmal einsehen' }).waitFor(),
  );
  await send(
    administrator,
    DESK,
    () => undefined,
    'Einmal einsehen',
    (page) => page.getByText('Hinter dem anonymen Beitrag steht').waitFor(),
  );
  await ask(
    moderator,
    waitingPost,
    'AZ 14/26',
    'Die Polizei ermittelt wegen der abgegriffenen Zugangsdaten und sucht Zeugen.',
  );
}

const ask = (moderator, post, caseNumber, explanation) =>
  send(
    moderator,
    `/p/${post}/reveal`,
    async (page) => {
      await page.getByRole('textbox', { name: 'Aktenzeichen' }).fill(caseNumber);
      await page.getByRole('textbox', { name: 'Warum muss bekannt werden' }).fill(explanation);
    },
    'Offenlegung beantragen',
    (page) => page.getByText('wartet auf').waitFor(),
  );

async function setUpFactor(person, password) {
  await send(
    person,
    FACTOR,
    (page) => page.getByLabel('Ihr jetziges Passwort').fill(password),
    'Einrichten',
    (page) => page.getByRole('button', { name: 'Einschalten' }).waitFor(),
  );
  await send(
    person,
    FACTOR,
    async (page) => {
      const words = await page.getByText('tippen Sie diesen Schlüssel').getByRole('code').innerText();
      const secret = new ScureBase32Plugin().decode(words.replace(/ /g, ''));
      await page.getByRole('textbox', { name: 'Code' }).fill(generateSync({ secret }));
    },
    'Einschalten',
    (page) => page.getByRole('button', { name: 'Ausschalten' }).waitFor(),
  );
}
