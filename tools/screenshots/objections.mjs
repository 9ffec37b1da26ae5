import { send } from './people.mjs';

/**
 * Has a post of the member hidden, who objects; another moderator is to decide.
 * @param {{ member: BrowserContext, administrator: BrowserContext }} people
 * @param {{ objectedPost: string }} places
 */
export async function raiseObjection({ member, administrator }, { objectedPost }) {
  await send(
    administrator,
    `/p/${objectedPost}/hide`,
    (page) => page.getByRole('textbox', { name: 'Grund' }).fill('Der Beitrag wirbt für einen Anbieter.'),
    'Beitrag ausblenden',
  );
  await send(
    member,
    `/p/${objectedPost}/object`,
    (page) =>
      page
        .getByRole('textbox', { name: 'Warum soll der Text' })
        .fill('Ich arbeite dort nicht und habe nur beschrieben, womit es bei uns läuft.'),
    'Einspruch absenden',
  );
}
