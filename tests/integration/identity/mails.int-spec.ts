import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  KeepGuestQuestionService,
  OutboxResolver,
  RegisterService,
  RequestPasswordResetService,
  RequestSharedProblemService,
  SendGuestQuestionService,
  SendTestMailService,
  UnsubscribeService,
  type MailContent,
} from '@kundig/identity/server';
import { InvalidInput, RequestContext, SiteProfile, Worker } from '@kundig/platform/server';
import { AuthorDelivery, Voices } from '@kundig/pseudonyms/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), {
  MAIL_FROM: 'Werkbank <post@werkbank.example>',
});
afterEach(() => {
  mailbox.refusals.length = 0;
});

const content: Record<'de' | 'en', MailContent> = {
  de: {
    subject: 'Neue Antwort: Größe',
    paragraphs: ['Es gibt eine Antwort.'],
    action: { label: 'Lesen', path: '/threads/abc#p2' },
  },
  en: {
    subject: 'New reply',
    paragraphs: ['There is a reply.'],
    action: { label: 'Read', path: '/threads/abc#p2' },
  },
};

/** Follows a thread by writing in it. */
async function author(
  voice: 'nickname' | 'anonymous',
  threadId: string,
): Promise<{ member: TestMember; authorId: string }> {
  const member = await community.member();
  const ctx = await community.as(member);
  const { pseudonymId, kind } = await community.get(Voices).speak(ctx, threadId, voice);
  await community
    .get(Voices)
    .spoke(ctx, { threadId, postId: randomUUID(), position: 1, at: community.clock.now(), kind });
  return { member, authorId: pseudonymId };
}
const tell = (authorId: string, threadId: string, onceKey: string = randomUUID(), words = content) =>
  community.get(AuthorDelivery).deliver(RequestContext.system(), [
    {
      authorId,
      occasion: 'solution',
      threadId,
      postId: randomUUID(),
      position: 1,
      content: words,
      onceKey,
      readers: null,
    },
  ]);
const stateOf = (recipient: string) =>
  community.owner.query(
    'SELECT id, state, attempts, secret_link FROM identity.outbox_mail WHERE recipient = $1',
    [recipient],
  );

describe('a mail to an author', () => {
  it('reaches member and persona alike, and nothing in it tells one from the other', async () => {
    const threadId = randomUUID();
    const [open, hidden] = [await author('nickname', threadId), await author('anonymous', threadId)];
    await tell(open.authorId, threadId);
    await tell(hidden.authorId, threadId);
    await community.runJobs();
    const shape = ({ member, authorId }: typeof open) => {
      const [mail, ...more] = mailbox.to(member.mail);
      expect(more).toEqual([]);
      expect(mail!.to).toEqual([member.mail]);
      for (const secret of [authorId, member.memberId, member.nickname, threadId])
        expect(mail!.text.replaceAll(member.mail, '')).not.toContain(secret);
      return {
        headers: Object.keys(mail!.headers),
        text: mail!.text
          .slice(mail!.text.indexOf('Guten Tag'))
          .replace(/unsubscribe\/[\w.-]+/g, 'unsubscribe/')
          .replace(/----_NmP[\w.-]+/g, ''),
      };
    };
    expect(shape(open)).toEqual(shape(hidden));
  });

  it('comes from the operator, with a way out that mail programs know (RFC 8058), threaded per mailbox', async () => {
    const threadId = randomUUID();
    const [one, two] = [await author('nickname', threadId), await author('nickname', threadId)];
    await tell(one.authorId, threadId);
    await tell(one.authorId, threadId);
    await tell(two.authorId, threadId);
    await community.runJobs();
    const [first, second] = mailbox.to(one.member.mail);
    expect(first!.from).toBe('post@werkbank.example');
    expect(first!.headers['list-unsubscribe']).toMatch(
      /^<http:\/\/community\.test\/mail\/unsubscribe\/[\w.-]+>$/,
    );
    expect(first!.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(first!.headers['auto-submitted']).toBe('auto-generated');
    expect(first!.headers['references']).toBe(second!.headers['references']);
    expect(first!.headers['message-id']).not.toBe(second!.headers['message-id']);
    expect(mailbox.to(two.member.mail)[0]!.headers['references']).not.toBe(first!.headers['references']);
  });

  it('says the same in plain text and in HTML, which bears the community’s name and colours of the moment', async () => {
    const threadId = randomUUID();
    const { member, authorId } = await author('anonymous', threadId);
    const attack = '</td></table><img src=https://spy.example/1.png> & "mehr"';
    const paragraphs = [attack];
    await tell(authorId, threadId, randomUUID(), { ...content, de: { ...content.de, paragraphs } });
    await community.runJobs();
    const [mail] = mailbox.to(member.mail);
    expect(mail!.headers['content-type']).toMatch(/^multipart\/alternative;/);
    const [plain, html] = mail!.text.split('<!doctype html>') as [string, string];
    expect(plain).toContain(attack);
    expect(html).toContain('&lt;/td&gt;&lt;/table&gt;&lt;img src=https://spy.example/1.png&gt; &amp;');
    expect(html).not.toMatch(/<(img|link|script)/);
    const { name, colours } = community.get(SiteProfile);
    expect(html).toContain(`<td class="sender">${name}</td>`);
    expect(html).toContain(
      `.sender { background: ${colours.light.brand}; color: ${colours.light.onBrand}; }`,
    );
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
    expect(links).toEqual(plain.slice(plain.indexOf('Lesen:')).match(/http:\S+/g));
    expect(Buffer.byteLength(mail!.text)).toBeLessThan(30_000);
  });

  it('goes out once for a key, and not after one click', async () => {
    const threadId = randomUUID();
    const { member, authorId } = await author('anonymous', threadId);
    await tell(authorId, threadId, 'reply-1');
    await tell(authorId, threadId, 'reply-1');
    await community.runJobs();
    expect(mailbox.to(member.mail)).toHaveLength(1);
    const token = tokenIn(mailbox.to(member.mail)[0]!, 'unsubscribe');
    await community.get(UnsubscribeService).execute(community.visitor(), token);
    await community.get(UnsubscribeService).execute(community.visitor(), token);
    await tell(authorId, threadId, 'reply-2');
    await community.runJobs();
    expect(mailbox.to(member.mail)).toHaveLength(1);
    expect((await community.get(Voices).viewerIn(await community.as(member), threadId)).following).toBe(
      false,
    );
    await expect(
      community.get(UnsubscribeService).execute(community.visitor(), `${token}x`.replace('1.', '1.A')),
    ).rejects.toBeInstanceOf(InvalidInput);
  });

  it('is not sent to who has muted the thread', async () => {
    const member = await community.member();
    const threadId = randomUUID();
    await community.get(Voices).mute(await community.as(member), threadId);
    await tell(member.memberId, threadId);
    expect(await stateOf(member.mail)).toEqual([]);
  });
});

describe('sending', () => {
  it('tries again after a refusal or a cut line, with the same Message-ID, and never after success', async () => {
    const threadId = randomUUID();
    const { member, authorId } = await author('nickname', threadId);
    await tell(authorId, threadId);
    const [{ id: mailId }] = await stateOf(member.mail);
    const send = () => community.get(Worker).perform('identity', 'identity.send-mail', { mailId });
    mailbox.refusals.push(451, 'drop');
    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    expect(await stateOf(member.mail)).toMatchObject([{ state: 'waiting', attempts: 2 }]);
    await send();
    await send();
    await Promise.all([send(), send()]);
    expect(mailbox.to(member.mail)).toHaveLength(1);
    expect(await stateOf(member.mail)).toMatchObject([{ state: 'sent', attempts: 3 }]);
    const [{ message_id }] = await community.owner.query(
      'SELECT message_id FROM identity.outbox_mail WHERE id = $1',
      [mailId],
    );
    expect(mailbox.to(member.mail)[0]!.headers['message-id']).toBe(message_id);
  });

  it('is done by one of two workers, and the other comes back later', async () => {
    const threadId = randomUUID();
    const { member, authorId } = await author('nickname', threadId);
    await tell(authorId, threadId);
    const [{ id: mailId }] = await stateOf(member.mail);
    const both = await Promise.allSettled(
      [1, 2].map(() => community.get(Worker).perform('identity', 'identity.send-mail', { mailId })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(mailbox.to(member.mail)).toHaveLength(1);
  });

  it('takes over from a worker that died with the mail in its hands', async () => {
    const threadId = randomUUID();
    const { member, authorId } = await author('nickname', threadId);
    await tell(authorId, threadId);
    const [{ id: mailId }] = await stateOf(member.mail);
    await community.owner.query('UPDATE identity.outbox_mail SET leased_until = $2 WHERE id = $1', [
      mailId,
      new Date(community.clock.now().getTime() + 120_000),
    ]);
    const send = () => community.get(Worker).perform('identity', 'identity.send-mail', { mailId });
    await expect(send()).rejects.toThrow(/elsewhere/);
    community.clock.advance({ minutes: 3 });
    await send();
    expect(mailbox.to(member.mail)).toHaveLength(1);
  });

  it('keeps a mail whose recipient does not exist', async () => {
    const threadId = randomUUID();
    const { member, authorId } = await author('nickname', threadId);
    await tell(authorId, threadId);
    const [{ id: mailId }] = await stateOf(member.mail);
    mailbox.refusals.push(550);
    await community.get(Worker).perform('identity', 'identity.send-mail', { mailId });
    expect(await stateOf(member.mail)).toMatchObject([{ state: 'kept', attempts: 1 }]);
  });
});

describe('the outbox page', () => {
  const shown = () => community.get(OutboxResolver).outbox(community.visitor());
  const titled = (subject: string) => ({ ...content, de: { ...content.de, subject } });

  it('hides the links only the reader of a mail may use', async () => {
    const member = await community.member();
    await community.get(RequestPasswordResetService).execute(community.visitor(), member.mail);
    await community.runJobs();
    const mail = (await shown()).find(({ to }) => to === member.mail);
    expect(mail).toMatchObject({ state: 'sent', attempts: 1 });
    expect(mail!.text).not.toContain(tokenIn(mailbox.to(member.mail)[0]!, 'reset-password'));
  });

  it('names whom a mail about an account went to', async () => {
    const member = await community.member();
    await community.get(RequestPasswordResetService).execute(community.visitor(), member.mail);
    await community.runJobs();
    expect((await shown()).filter(({ to }) => to === member.mail)).toHaveLength(1);
  });

  it('never tells who is behind a nickname, nor who asked as a guest when an anonymous question came', async () => {
    const mail = 'neu.mitglied@firma.example';
    await community.get(RegisterService).execute(community.visitor(), {
      ...{ nickname: 'Kolkrabe77', mail, password: 'Regenschirm am Dienstag' },
    });
    const guest = 'gast.frage@firma.example';
    const token = await community.get(KeepGuestQuestionService).execute(community.visitor(), {
      ...{
        boardId: (await community.board()).publicId,
        kind: 'question',
        title: 'Warum?',
        body: 'Seit Montag.',
      },
      ...{ tags: [], details: [], anonymous: true, unindexed: false },
    });
    await community
      .get(SendGuestQuestionService)
      .execute(community.visitor(), { token, nickname: 'Grauspecht5', mail: guest });
    const sharer = 'gleiches.problem@firma.example';
    await community.get(RequestSharedProblemService).execute(community.visitor(), randomUUID(), sharer);
    await community.runJobs();
    for (const address of [mail, guest, sharer]) expect(mailbox.to(address)).toHaveLength(1);
    const told = JSON.stringify(await shown());
    expect(told).toContain('Bitte bestätigen: Sie haben dasselbe Problem');
    for (const secret of ['Kolkrabe77', 'Grauspecht5', mail, guest, sharer])
      expect(told).not.toContain(secret);
  });

  it('lists no mail about a thread, as their number would tell who stands behind a persona', async () => {
    const threadId = randomUUID();
    const before = await shown();
    for (const voice of ['nickname', 'anonymous'] as const) {
      const { authorId } = await author(voice, threadId);
      await tell(authorId, threadId, randomUUID(), titled('An wen wohl'));
    }
    expect(await shown()).toEqual(before);
    await community.runJobs();
    expect(mailbox.received.filter(({ headers }) => headers.subject === 'An wen wohl')).toHaveLength(2);
    expect(await shown()).toEqual(before);
  });
});

describe('a test mail', () => {
  const send = async (who: TestMember) => community.get(SendTestMailService).execute(await community.as(who));

  it('goes at once to the administrator who asks, and to nobody who does not administer', async () => {
    const administrator = await community.withRole('administrator');
    await send(administrator);
    const [mail] = mailbox.to(administrator.mail);
    expect(mail!.headers.subject).toContain('Testmail');
    const editor = await community.withRole('editor');
    await expect(send(editor)).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(mailbox.to(editor.mail)).toEqual([]);
  });

  it('tells what the server answered where it is refused', async () => {
    const administrator = await community.withRole('administrator');
    mailbox.refusals.push(550);
    await expect(send(administrator)).rejects.toMatchObject({
      typename: 'MailRefusedError',
      messageKey: 'identity:mailServer.address',
      details: { params: { answer: expect.stringContaining('550') } },
    });
    expect(mailbox.to(administrator.mail)).toEqual([]);
  });

  it('has a page that shows how mail is set up, without its secrets', async () => {
    const ctx = await community.as(await community.withRole('administrator'));
    const { mailSetup } = await community.ask<{ mailSetup: object }>(
      ctx,
      '{ mailSetup { from server { host port encrypted signsIn } } }',
    );
    const { hostname, port } = new URL(mailbox.url);
    expect(mailSetup).toMatchObject({
      from: 'Werkbank <post@werkbank.example>',
      server: { host: hostname, port: Number(port), encrypted: false, signsIn: false },
    });
  });
});
