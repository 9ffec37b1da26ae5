import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { tokenIn } from '../support/mailbox.js';
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
    await stage.mailTo(guest.mail);
    await member.open('/notifications');
    await member.page.getByText(member.t('notifications:notice.accessAccepted')).waitFor();
    await member.audit('notices of a decision');
  });

  it('is looked after by a member whom an administrator appoints', async () => {
    const lead = await stage.community.member();
    const board = await stage.community.groupBoard([lead], true);
    const as = await stage.community.withRole('administrator');
    const administrator = await stage.arrive({ scripts, as });
    await administrator.open(`/admin/groups/${board.groupId}`);
    const appoint = administrator.t('administration:group.appointLead', { name: lead.nickname });
    await administrator.submit(appoint);
    await administrator.page.getByText(administrator.t('administration:group.lead')).waitFor();
    await administrator.audit('group');

    const guest = await stage.community.member();
    const member = await stage.arrive({ scripts, as: lead });
    const { page, t } = member;
    await member.open('/');
    await member.accountMenu.click();
    await member.link(t('pages:admin.ownGroups')).click();
    await member.heading(t('pages:admin.groups'));
    await member.audit('groups of a lead');
    expect(await page.getByRole('navigation', { name: t('pages:admin.title') }).count()).toBe(0);
    await member.open(`/admin/groups/${board.groupId}`);
    await page.getByLabel(t('administration:people.nickname')).fill(guest.nickname);
    await member.submit(t('administration:group.addMember'));
    await member.link(guest.nickname).waitFor();
    await member.audit('group of a lead');
    member.faults.expect(404);
    await member.open('/admin/roles');
  });
});

describe.each(BOTH_WAYS)('an invitation, $way', ({ scripts }) => {
  it('goes out once the mail server has answered, and makes a member of whoever opens its link', async () => {
    const mail = `neu${randomUUID().slice(0, 6)}@firma.example`;
    const as = await stage.community.withRole('administrator');
    const administrator = await stage.arrive({ scripts, as });
    const { page, t } = administrator;
    await administrator.open('/admin/mail');
    await administrator.audit('mail setup');
    await administrator.submit(t('notifications:mailSetup.test'));
    await page.getByText(t('pages:admin.mailSent')).waitFor();
    expect((await stage.mailTo(as.mail)).headers.subject).toContain('Testmail');

    await administrator.open('/admin/invitations');
    const mails = page.getByLabel(t('administration:invite.mails'));
    await mails.fill(`${mail}\nkeine Adresse`);
    await page.getByLabel(t('administration:role.role')).selectOption('EDITOR');
    if (!scripts) administrator.faults.expect(422);
    await administrator.submit(t('administration:invite.send'));
    await page.getByText('Zeile 2').first().waitFor();
    expect(await mails.inputValue()).toContain(mail); // nothing typed is lost
    await administrator.audit('refused invitation');
    await mails.fill(mail);
    await administrator.submit(t('administration:invite.send'));
    await page.getByText(t('administration:invite.sentTo', { mails: mail })).waitFor();
    await administrator.button(t('administration:invite.withdrawFrom', { mail })).waitFor();
    await administrator.audit('invitations');
    const link = `/invitation/${tokenIn(await stage.mailTo(mail), 'invitation')}`;
    const toPassOn = page.getByRole('region', { name: t('administration:invite.links') });
    const handed = new URL(await toPassOn.getByRole('textbox', { name: mail }).inputValue()).pathname;
    expect(handed).not.toBe(link);
    expect(await administrator.button(t('administration:invite.copyFor', { mail })).count()).toBe(
      scripts ? 1 : 0,
    );
    await administrator.open('/admin/invitations');
    expect(await administrator.html()).not.toContain(handed);

    const newcomer = await stage.arrive({ scripts });
    await newcomer.open(link);
    await newcomer.heading(newcomer.t('pages:invitation.title'));
    await newcomer.audit('invitation');
    const main = newcomer.page.getByRole('main');
    const nickname = `Neuling${randomUUID().slice(0, 6)}`;
    await main.getByLabel(newcomer.t('identity:field.nickname')).fill(nickname);
    await main.getByLabel(newcomer.t('identity:field.password')).fill('Elf Amseln am Morgen');
    for (const box of await main.getByRole('checkbox').all()) await box.check();
    await newcomer.submit(newcomer.t('identity:register.send'), main);
    await newcomer.accountMenu.waitFor();
    await newcomer.open('/desk/faq'); // as an editor
    await newcomer.heading(newcomer.t('pages:desk.faq'));

    const late = await stage.arrive({ scripts });
    late.faults.expect(410);
    await late.open(link);
    await late.page.getByText(late.t('pages:invitation.over')).waitFor();
    await late.audit('used invitation');
  });
});

describe('the page of jobs', () => {
  it('shows what was given up and why, and lets it go', async () => {
    const [{ id }] = await stage.community.owner.query<[{ id: string }]>(
      `SELECT (jobs_app.add_job('search.index-post', '{}', max_attempts => 1, run_at => now() + interval '1 day')).id`,
    );
    await stage.community.owner.query(
      `UPDATE jobs_app._private_jobs SET attempts = 1, last_error = 'connect ECONNREFUSED' WHERE id = $1`,
      [id],
    );
    const as = await stage.community.withRole('administrator');
    const administrator = await stage.arrive({ as });
    const { page, t } = administrator;
    await administrator.open('/admin/jobs');
    await page.getByText(t('administration:job.causeUnreachable')).first().waitFor();
    await administrator.audit('jobs');
    const failed = page.getByRole('listitem').filter({ hasText: 'search.index-post' });
    await administrator.submit(t('administration:job.abandonTask', { task: 'search.index-post' }), failed);
    await failed.waitFor({ state: 'detached' });
    await page.getByText(t('pages:admin.saved')).waitFor();
  });
});
