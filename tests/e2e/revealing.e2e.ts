import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { KeyRing, SystemClock } from '@kundig/platform/server';
import { TestAuthenticator } from '../support/authenticator.js';
import type { TestMember } from '../support/community.js';
import { TEST_PASSWORD } from '../support/members.js';
import type { Person } from './support/person.js';
import { ThreadPage } from './support/pages/forum-pages.js';
import { runningCommunity } from './support/running-community.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

const FACTOR = '/settings/account/second-factor';
const DESK = '/desk/reveals';

let board: Board;
let moderator: TestMember;
beforeAll(async () => {
  const { keysDir } = runningCommunity();
  if (!KeyRing.open(keysDir).opensPersonas) KeyRing.addRevealKey(keysDir);
  board = await stage.community.board();
  moderator = await stage.community.withRole('moderator');
});

/** Connects an app. @returns it */
async function setUpFactor(person: Person): Promise<TestAuthenticator> {
  const { page, t } = person;
  await person.open(FACTOR);
  await page.getByLabel(t('identity:own.currentPassword')).fill(TEST_PASSWORD);
  await person.submit(t('identity:factor.begin'));
  const secret = page.getByText(t('identity:factor.secret')).getByRole('code');
  await secret.waitFor();
  await person.audit('setting up a second factor');
  const app = new TestAuthenticator(await secret.innerText(), new SystemClock());
  await page.getByRole('textbox', { name: t('identity:factor.code') }).fill(app.code());
  await person.submit(t('identity:factor.confirm'));
  await person.button(t('identity:factor.end')).waitFor();
  return app;
}

/** Lets the last code of somebody's sessions have been given long ago. */
async function leaveAlone({ mail }: TestMember): Promise<void> {
  await stage.community.owner.query(
    `UPDATE identity.session SET sess = (sess::jsonb - 'factorProvedAt')::json
     WHERE sess #>> '{passport,user}' = (SELECT id::text FROM identity.account WHERE mail = $1)`,
    [mail],
  );
}

/** Lets the delay after all looks be over, and has the hourly job done. */
async function endDelay(): Promise<void> {
  await stage.community.owner.query(
    `UPDATE identity.reveal_request SET tell_at = now() WHERE state = 'viewed' AND told_at IS NULL`,
  );
  await stage.community.owner.query(`SELECT jobs_app.add_job('notifications.tell-revealed')`);
}

describe.each(BOTH_WAYS)('revealing who stands behind a persona, $way', ({ scripts }) => {
  it('takes a moderator, a custodian with a code, and one look; its author is told after the delay', async () => {
    const author = await stage.community.member();
    const question = await stage.community.question(author, board, { anonymous: true });
    const caseNumber = `AZ 31 Js ${scripts ? 2207 : 2208}/26`;

    const asking = await stage.arrive({ scripts, as: moderator });
    await new ThreadPage(asking).open(question);
    const [post] = await stage.community.owner.query<{ id: string }[]>(
      'SELECT public_id AS id FROM forum.post WHERE thread_id = $1',
      [question.id],
    );
    await until(async () => {
      await asking.open(`/p/${post!.id}/reveal`); // the process reads its new key within seconds
      return (await asking.button(asking.t('moderation:reveal.ask')).count()) > 0;
    }, 'reveals to be possible');
    await asking.heading(asking.t('pages:reveal.title'));
    await asking.audit('asking for a reveal');
    const field = (key: string) => asking.page.getByLabel(asking.t(`moderation:reveal.${key}`));
    await field('caseNumber').fill(caseNumber);
    await field('explanation').fill('Die Staatsanwaltschaft verlangt Auskunft.');
    await asking.submit(asking.t('moderation:reveal.ask'));
    await asking.page.getByText(asking.t('moderation:reveal.stateOpen'), { exact: true }).waitFor();
    expect(await asking.button(asking.t('moderation:reveal.ask')).count()).toBe(0);
    await asking.audit('a reveal that is asked for');

    const office = await stage.community.withRole('custodian');
    const custodian = await stage.arrive({ scripts, as: office });
    const { page, t } = custodian;
    await custodian.open(DESK);
    await custodian.heading(t('pages:desk.reveals'));
    await custodian.audit('reveals without a second factor');
    expect(await custodian.button(t('moderation:reveal.approve')).count()).toBe(0);
    const app = await setUpFactor(custodian);
    await leaveAlone(office);
    await custodian.open(DESK);
    await custodian.audit('reveals without a fresh code');
    expect(await custodian.button(t('moderation:reveal.approve')).count()).toBe(0);
    await custodian.link(t('pages:proveFactor.go')).click();
    await custodian.heading(t('pages:proveFactor.title'));
    await custodian.audit('asking for a fresh code');
    await page.getByRole('textbox', { name: t('identity:factor.code') }).fill(app.code(1)); // the one of now is spent
    await custodian.submit(t('identity:factor.prove'));
    await custodian.heading(t('pages:desk.reveals'));

    const request = page.getByRole('article').filter({ hasText: caseNumber });
    await request
      .getByRole('textbox', { name: t('moderation:reveal.reason') })
      .fill('Das Schreiben ist echt.');
    await custodian.audit('deciding about a reveal');
    await custodian.submit(t('moderation:reveal.approve'), request);
    await request.getByText(t('moderation:reveal.stateApproved'), { exact: true }).waitFor();
    expect(await custodian.html()).not.toContain(author.mail);
    await custodian.audit('a reveal that may be looked at');
    await custodian.submit(t('moderation:reveal.look'), request);
    await page.getByText(`${author.nickname} · ${author.mail}`).waitFor();
    await custodian.audit('who stands behind a persona');

    await custodian.open(DESK);
    await request.getByText(t('moderation:reveal.stateViewed'), { exact: true }).waitFor();
    expect(await custodian.button(t('moderation:reveal.look'), request).count()).toBe(0);
    expect(await custodian.html()).not.toContain(author.mail);
    await asking.open(`/p/${post!.id}/reveal`);
    await asking.page.getByText(asking.t('moderation:reveal.stateViewed'), { exact: true }).waitFor();
    for (const word of [author.mail, author.nickname]) expect(await asking.html()).not.toContain(word);

    const told = t('notifications:notice.revealed');
    const mails = () => stage.mailsTo(author.mail).filter(({ text }) => text.includes(question.title));
    expect(mails()).toEqual([]);
    const writer = await stage.arrive({ scripts, as: author });
    await writer.open('/notifications');
    expect(await writer.page.getByText(told).count()).toBe(0);
    await endDelay();
    const mail = await until(() => Promise.resolve(mails()[0]), 'the mail to the author');
    expect(mail!.text).toContain('Zwei Personen mussten zustimmen');
    expect(mail!.text).not.toContain(caseNumber);
    await writer.open('/notifications');
    await writer.page.getByText(told).waitFor();
    await writer.audit('being told of a reveal');
  });
});

it('tells custodians by bell and mail that a request waits, and leads to it', async () => {
  const office = await stage.community.withRole('custodian');
  const question = await stage.community.question(await stage.community.member(), board, { anonymous: true });
  const asking = await stage.arrive({ as: moderator });
  const [post] = await stage.community.owner.query<{ id: string }[]>(
    'SELECT public_id AS id FROM forum.post WHERE thread_id = $1',
    [question.id],
  );
  await asking.open(`/p/${post!.id}/reveal`);
  await asking.page.getByLabel(asking.t('moderation:reveal.caseNumber')).fill('AZ 14/26');
  await asking.page
    .getByLabel(asking.t('moderation:reveal.explanation'))
    .fill('Die Polizei sucht Zeugen des Vorfalls.');
  await asking.submit(asking.t('moderation:reveal.ask'));
  await asking.page.getByText(asking.t('moderation:reveal.stateOpen'), { exact: true }).waitFor();

  const mail = await stage.mailTo(office.mail);
  for (const word of ['AZ 14/26', question.title, 'Zeugen']) expect(mail.text).not.toContain(word);
  const custodian = await stage.arrive({ as: office });
  const { page, t } = custodian;
  await custodian.open('/notifications');
  await page.getByText(t('notifications:notice.reveal', { count: 1 })).waitFor();
  await custodian.audit('a custodian’s notices');
  await custodian.link(t('notifications:notice.revealLink')).click();
  await custodian.heading(t('pages:desk.reveals'));
  await page.getByRole('article').filter({ hasText: 'AZ 14/26' }).waitFor();
  await custodian.open('/settings/notifications');
  expect(await page.getByLabel(t('notifications:choice.reveal')).inputValue()).toBe('AT_ONCE');
  await custodian.audit('a custodian’s choice of mails');
});

it.each(BOTH_WAYS)(
  'somebody becomes custodian by a fresh code of an administrator, $way',
  async ({ scripts }) => {
    const administrator = await stage.community.withRole('administrator');
    const chosen = await stage.community.member();
    const giving = await stage.arrive({ scripts, as: administrator });
    const { page, t } = giving;
    const give = async () => {
      await page.getByLabel(t('administration:people.nickname')).fill(chosen.nickname);
      await page.getByLabel(t('administration:role.role'), { exact: true }).selectOption('CUSTODIAN');
      await giving.submit(t('administration:role.grant'));
    };
    const held = () => stage.community.snapshotOf('groups.role_grant', 'moderation.audit_entry');
    const app = await setUpFactor(giving);
    await leaveAlone(administrator);
    await giving.open('/admin/roles');
    const before = await held();
    if (!scripts) giving.faults.expect(403);
    await give();
    await page.getByRole('alert').waitFor();
    expect(await held()).toEqual(before);

    await giving.open('/admin/roles');
    await giving.link(t('pages:proveFactor.go')).first().click();
    await giving.heading(t('pages:proveFactor.title'));
    const code = page.getByRole('textbox', { name: t('identity:factor.code') });
    await code.fill(app.code(-20)); // of ten minutes ago
    if (!scripts) giving.faults.expect(422);
    await giving.submit(t('identity:factor.prove'));
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Dieser Code stimmt nicht').first().waitFor();
    await giving.audit('a code that is wrong');
    expect(await held()).toEqual(before);

    await code.fill(app.code(1));
    await giving.submit(t('identity:factor.prove'));
    await giving.heading(t('pages:admin.roles'));
    await give();
    await page
      .getByRole('listitem')
      .filter({ hasText: chosen.nickname })
      .getByText(t('administration:role.custodian'))
      .waitFor();
    await giving.open('/desk/audit');
    const entry = page.getByRole('row').filter({ hasText: chosen.nickname });
    await entry.getByText('Rolle gegeben').waitFor();
    await entry.getByText(t('administration:role.custodian')).waitFor();
  },
);
