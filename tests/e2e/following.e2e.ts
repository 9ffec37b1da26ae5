import { describe, expect, it } from '@jest/globals';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();
const TELL_FOLLOWERS = 'forum.reply-posted.v1>TellFollowersService.execute';

describe.each(BOTH_WAYS)('somebody who follows, $way', ({ scripts }) => {
  it('sees the number at the bell keep up from page to page', async () => {
    const { community } = stage;
    const [asker, helper, board] = [
      await community.member(),
      await community.member(),
      await community.board(),
    ];
    const told = await community.question(asker, board, { title: 'Hierauf antwortet gleich jemand' });
    const other = await community.question(asker, board, { title: 'Hierauf antwortet niemand' });
    const person = await stage.arrive({ scripts, as: asker });
    await person.open(`/b/${board.slug}/${board.publicId}`);
    await person.awake();
    await community.reply(helper, told);
    await stage.endWaitOf(TELL_FOLLOWERS, told);
    await stage.jobsDone();
    await person.link(other.title).click();
    await person.heading(other.title);
    await person.link(person.t('pages:frame.news', { count: 1 })).click();
    await person.heading(person.t('pages:notifications.title'));
    if (!scripts) return; // reading is noticed by a script
    await person.awake();
    await person.page.getByRole('main').getByRole('link', { name: told.title }).first().click();
    await person.heading(told.title);
    await person.link(person.t('pages:notifications.title'), person.page.getByRole('banner')).waitFor();
  });

  it('finds new answers behind the bell, grouped, and marks them read', async () => {
    const { community } = stage;
    const [asker, helper] = [await community.member(), await community.member()];
    const thread = await community.question(asker, await community.board(), { anonymous: true });
    await community.reply(helper, thread);
    await stage.endWaitOf(TELL_FOLLOWERS, thread);
    await stage.jobsDone();

    const person = await stage.arrive({ scripts, as: asker });
    await person.open('/');
    const bell = person.link(person.t('pages:frame.news', { count: 1 }));
    await bell.click();
    await person.heading(person.t('pages:notifications.title'));
    await person.audit('notifications');
    const main = person.page.getByRole('main');
    expect(await main.innerText()).toContain(person.t('notifications:notice.reply.new', { count: 1 }));
    await person.submit(person.t('notifications:notice.markAll'));
    await person.link(person.t('pages:notifications.title'), person.page.getByRole('banner')).waitFor();
    expect(await main.innerText()).toContain(thread.title);

    await person.open('/mine');
    await person.audit('mine');
    expect(await main.innerText()).toMatch(/als Anonym · /);
    await person.open('/?tab=mine');
    expect(await main.innerText()).toContain(thread.title);
  });

  it('follows a board, mutes it, and chooses how soon mails come', async () => {
    const { community } = stage;
    const [member, board] = [await community.member(), await community.board()];
    const person = await stage.arrive({ scripts, as: member });
    await person.open(`/b/${board.slug}/${board.publicId}`);
    await person.submit(person.t('notifications:follow.off'));
    await person.button(person.t('notifications:follow.on')).waitFor();
    await person.submit(person.t('notifications:mute.off'));
    await person.button(person.t('notifications:mute.on')).waitFor();
    expect(await person.button(person.t('notifications:follow.on')).count()).toBe(0);

    await person.open('/settings/notifications');
    await person.audit('mail settings');
    await person.page.getByLabel(person.t('notifications:choice.mention')).selectOption('NEVER');
    await person.submit(person.t('notifications:choice.send'));
    await person.page
      .getByRole('status')
      .filter({ hasText: person.t('pages:mailSettings.saved') })
      .waitFor();
    await person.open('/settings/notifications');
    expect(await person.page.getByLabel(person.t('notifications:choice.mention')).inputValue()).toBe('NEVER');
  });
});
