import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { tokenIn } from '../support/mailbox.js';
import { Composer } from './support/pages/forum-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();

describe.each(BOTH_WAYS)('a guest, $way', ({ scripts }) => {
  it('asks first, says who afterwards, and publishes by the mail on another device', async () => {
    const board = await stage.community.board();
    const key = randomUUID().slice(0, 6);
    const [mail, title] = [`gast${key}@firma.example`, `Warum fällt die Leitung morgens aus (${key})?`];
    const guest = await stage.arrive({ scripts });
    const composer = await new Composer(guest).open();
    await composer.write({ title, body: 'Seit Montag, immer um **acht**.', board });
    await guest.submit(guest.t('forum:ask.send'));

    await guest.heading(guest.t('pages:finish.title'));
    await guest.audit('guest: who asks');
    const main = guest.page.getByRole('main');
    const nickname = await main.getByLabel(guest.t('identity:field.nickname')).inputValue();
    expect(nickname).toMatch(/^\p{L}+\d{3}$/u);
    await main.getByLabel(guest.t('identity:field.businessMail')).fill(mail);
    await main.getByRole('checkbox').check();
    await guest.submit(guest.t('identity:guest.send'), main);
    await guest.heading(guest.t('pages:guestSent.title'));

    const link = tokenIn(await stage.mailTo(mail), 'ask/publish');
    const device = await stage.arrive({ scripts });
    await device.open(`/ask/publish/${link}`);
    await device.heading(device.t('pages:publish.title'));
    await device.audit('guest: publish');
    expect(await device.page.getByRole('heading', { name: title }).count()).toBe(1);
    expect(await device.accountMenu.count()).toBe(0); // following the link alone does nothing: scanners of mails do that
    await device.submit(device.t('identity:guest.publish'));
    await device.heading(title);
    await device.accountMenu.waitFor();
    expect(await device.accountMenu.getAttribute('aria-label')).toContain(nickname);

    const later = await stage.arrive({ scripts });
    await later.open(`/ask/publish/${link}`);
    await later.submit(later.t('identity:guest.publish'));
    await later.heading(title);
    expect(await later.accountMenu.count()).toBe(0); // a used link leads there and signs nobody in
  });

  const goesBack = scripts ? it : it.skip; // without scripts the browser itself keeps what stood in a form
  goesBack('finds the text again on the way back, until it is sent', async () => {
    const board = await stage.community.board();
    const title = 'Die Spindel bleibt beim Anfahren stehen';
    const guest = await stage.arrive({ scripts });
    const composer = await new Composer(guest).open();
    await composer.write({ title, body: 'Seit dem Update am Montag.', board });
    await guest.submit(guest.t('forum:ask.send'));
    await guest.heading(guest.t('pages:finish.title'));
    await guest.page.goBack();
    await guest.page.getByText(guest.t('forum:draft.restored')).waitFor();
    expect(await guest.page.getByLabel(guest.t('forum:ask.about')).inputValue()).toBe(title);

    await guest.page.goForward();
    await guest.heading(guest.t('pages:finish.title'));
    const main = guest.page.getByRole('main');
    const mail = `gast${randomUUID().slice(0, 6)}@firma.example`;
    await main.getByLabel(guest.t('identity:field.businessMail')).fill(mail);
    await main.getByRole('checkbox').check();
    await guest.submit(guest.t('identity:guest.send'), main);
    await guest.heading(guest.t('pages:guestSent.title'));
    expect(await guest.page.evaluate(() => localStorage.getItem('draft:new-QUESTION'))).toBeNull();
  });

  it('loses nothing when the form is refused', async () => {
    const board = await stage.community.board();
    const guest = await stage.arrive({ scripts });
    const composer = await new Composer(guest).open();
    await composer.write({ title: 'Der Router startet nachts neu', body: 'Immer gegen drei.', board });
    await guest.submit(guest.t('forum:ask.send'));
    await guest.heading(guest.t('pages:finish.title'));
    const main = guest.page.getByRole('main');
    await main.getByLabel(guest.t('identity:field.nickname')).fill('Support');
    await main.getByLabel(guest.t('identity:field.businessMail')).fill('gast@firma.example');
    await main.getByRole('checkbox').check();
    if (!scripts) guest.faults.expect(422);
    await guest.submit(guest.t('identity:guest.send'), main);
    await main.getByRole('alert').or(main.locator('[aria-invalid="true"]')).first().waitFor();
    expect(await main.getByLabel(guest.t('identity:field.businessMail')).inputValue()).toBe(
      'gast@firma.example',
    );
  });
});
