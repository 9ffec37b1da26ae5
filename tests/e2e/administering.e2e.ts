import { describe, expect, it } from '@jest/globals';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();

describe.each(BOTH_WAYS)('boards, $way', ({ scripts }) => {
  const named = (name: string) => `${name} ${scripts ? 'mit' : 'ohne'} Skripte`;

  it('are made, ordered by keyboard and ask for details, with which a member asks', async () => {
    const as = await stage.community.withRole('administrator');
    const administrator = await stage.arrive({ scripts, as });
    const { page, t } = administrator;
    const add = async (name: string) => {
      await administrator.open('/admin/boards/new');
      await page.getByLabel(t('administration:board.nameDe')).fill(name);
      await page.getByLabel(t('administration:board.nameEn')).fill(name);
      await administrator.submit(t('administration:board.add'));
      await administrator.heading(name);
    };
    await add(named('Telefonie'));
    await add(named('Anlagen'));
    await page.getByLabel(t('administration:field.labelDe')).fill('Gerät');
    await page.getByLabel(t('administration:field.labelEn')).fill('Device');
    await administrator.submit(t('administration:field.add'));
    await page.getByText('Gerät', { exact: true }).waitFor();
    await administrator.audit('board settings');

    await administrator.open('/admin/boards');
    await administrator.audit('boards');
    const step = administrator.button(t('administration:tree.in', { name: named('Anlagen') }));
    await step.focus();
    await page.keyboard.press('Enter');
    const back = administrator.button(t('administration:tree.out', { name: named('Anlagen') }));
    await back.waitFor();
    if (scripts)
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(
        named('Anlagen'),
      );

    const member = await stage.arrive({ scripts, as: await stage.community.member() });
    await member.open('/');
    await member.link(named('Anlagen')).first().click();
    await member.heading(named('Anlagen'));
    await member.page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(named('Anlagen')) })
      .first()
      .click();
    await member.page.getByText(member.t('forum:ask.details')).click();
    await member.page.getByLabel('Gerät').fill('Tischtelefon 5');
    await member.audit('composer with details');
    await member.page.getByLabel(member.t('forum:ask.about')).fill('Warum bleibt das Telefon stumm?');
    await member.page.getByLabel(member.t('forum:ask.body')).fill('Seit gestern klingelt nichts mehr.');
    await member.submit(member.t('forum:ask.send'));
    await member.heading('Warum bleibt das Telefon stumm?');
    await member.page.getByText('Tischtelefon 5').waitFor();
    await member.audit('question with details');
  });
});

describe.each(BOTH_WAYS)('the board of a group, $way', ({ scripts }) => {
  it('is asked for at its teaser and read once an administrator has let the member in', async () => {
    const board = await stage.community.groupBoard([], true);
    const guest = await stage.community.member();
    const member = await stage.arrive({ scripts, as: guest });
    const path = `/b/${board.slug}/${board.publicId}`;
    await member.open(path);
    await member.page.getByLabel(member.t('administration:access.note')).fill('Wir sind Partner.');
    await member.audit('teaser');
    await member.submit(member.t('administration:access.ask'));
    await member.page.getByText(member.t('administration:access.asked')).waitFor();

    const as = await stage.community.withRole('administrator');
    const administrator = await stage.arrive({ scripts, as });
    const { page, t } = administrator;
    await administrator.open('/admin/groups');
    await administrator.audit('groups');
    const request = page.getByRole('article').filter({ hasText: guest.nickname });
    await administrator.submit(t('administration:access.accept'), request);
    await request.waitFor({ state: 'detached' });
    for (const [address, title] of [
      ['/admin/roles', t('pages:admin.roles')],
      [`/admin/members?q=${guest.nickname}`, t('pages:admin.members')],
      [`/admin/members/${guest.nickname}`, guest.nickname],
    ] as const) {
      await administrator.open(address);
      await administrator.heading(title);
      await administrator.audit(address.split(/[?]|\/(?=[A-Z])/)[0]!);
    }

    await member.open(path);
    await member.page.getByText(member.t('pages:board.empty')).waitFor();
  });
});
