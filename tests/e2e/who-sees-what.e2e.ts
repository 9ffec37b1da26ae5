import { describe, expect, it } from '@jest/globals';
import { WhoSeesWhatPage } from './support/pages/account-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();

const MEMBERS = { name: 'pages:whoSees.member', heading: 'pages:whoSees.asMember' };
const MODERATORS = { name: 'pages:whoSees.moderator', heading: 'pages:whoSees.asModerator' };
const VISITORS = { name: 'pages:whoSees.visitor', heading: 'pages:whoSees.asVisitor' };

describe.each(BOTH_WAYS)('who sees what, $way', ({ scripts }) => {
  it('shows an anonymous question as each role sees it, says the difference, and leads to other threads', async () => {
    const { community } = stage;
    const [member, board] = [await community.member(), await community.board()];
    const named = await community.question(member, board, { title: 'Welche Ansage gilt am Feiertag?' });
    const hidden = await community.question(member, board, { anonymous: true });
    const [{ name }] = await community.owner.query<[{ name: string }]>(
      'SELECT name::text FROM pseudonyms.pseudonym WHERE id = $1',
      [hidden.authorId],
    );

    const person = await stage.arrive({ scripts, as: member });
    const { page, t } = person;
    const whoSees = await new WhoSeesWhatPage(person).openFor(name);
    await person.audit('who sees what');
    const [profile, posts, mail] = ['profile', 'thread', 'mail'].map((part) =>
      whoSees.part(`pages:whoSees.${part}`),
    );
    await page.getByRole('heading', { level: 2, name: t(MEMBERS.heading) }).waitFor();
    await profile!.getByText(member.nickname).first().waitFor();
    await posts!.getByText(name).waitFor();
    await posts!.getByText(t('pages:whoSees.unconnected')).waitFor();
    expect(await posts!.locator('div').first().innerText()).not.toContain(member.nickname);
    const told = await mail!.innerText();
    expect(told).toContain(name);
    expect(told).not.toContain(member.nickname);

    await whoSees.look(MODERATORS);
    await whoSees.audiences.getByRole('listitem').getByText(t('pages:whoSees.seesReports')).waitFor();
    await posts!.getByText(name).waitFor();
    await whoSees.look(VISITORS);
    await mail!.getByText(t('pages:whoSees.noMail')).waitFor();
    await posts!.getByText(name).waitFor();

    await whoSees.choose(named.title);
    await posts!.getByText(t('pages:whoSees.connected')).waitFor();
    expect(await posts!.locator('div').first().innerText()).not.toContain(name);
  });

  it('is found beside the switch of the composer, and is nobody else’s', async () => {
    const { community } = stage;
    const [member, other] = [await community.member(), await community.member()];
    const theirs = await community.question(other, await community.board(), { anonymous: true });
    const person = await stage.arrive({ scripts, as: member });
    await person.open('/ask');
    await person.page.getByText(person.t('forum:voice.who')).click();
    await person.page.getByRole('link', { name: person.t('forum:voice.asOthers') }).click();
    await person.heading(person.t('pages:whoSees.title'));
    await person.page.getByText(person.t('pages:whoSees.nothingWritten')).waitFor();

    person.faults.expect(404);
    const address = `/settings/who-sees-what?thread=${theirs.publicId}`;
    const answer = await person.page.goto(address);
    expect([answer!.status(), answer!.headers()['cache-control']]).toEqual([404, 'no-store']);
    const visitor = await stage.arrive({ scripts });
    await visitor.open(address);
    await visitor.heading(visitor.t('pages:account.signIn'));
    expect(new URL(visitor.page.url()).searchParams.get('next')).toBe(address);
  });
});
