import { describe, expect, it } from '@jest/globals';
import type { Post } from '@kundig/forum/server';
import { IdentityPort } from '@kundig/identity/server';
import {
  DecideNoticeService,
  FileNoticeService,
  RedactPassageService,
  SuspendService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { SendDigests } from '@kundig/notifications/server';
import { RequestContext } from '@kundig/platform/server';
import { ModeratedBoard } from './moderated-board.js';

const desk = ModeratedBoard.open();
const system = RequestContext.system();

/** As the board's moderator. */
const redact = async ({ publicId }: Post, passage: string) =>
  desk.community
    .get(RedactPassageService)
    .execute(await desk.community.as(desk.moderator), { postId: publicId, passage, reason: null });

describe('a redacted passage', () => {
  it('is gone from mails about the thread, sent or not, and from reasons why its writers are suspended, but from no other mail', async () => {
    const { asker, board, community, helper, stranger } = desk;
    const thread = await community.question(asker, board);
    const words = 'Kohlweißlingsregal';
    const told = await community.reply(helper, thread, { body: `Im ${words} liegt der Schlüssel.` });
    const administrator = await community.as(desk.administrator);
    await community
      .get(SuspendService)
      .execute(administrator, { nickname: helper.nickname }, { reason: `Verrät das ${words}`, endsAt: null });
    await community.get(FileNoticeService).execute(community.visitor(), {
      ...{ addresses: [`/p/${told.publicId}`], matter: 'privacy', explanation: 'Das ist unser Schlüssel.' },
      ...{ name: null, mail: 'kanzlei@firma.example', website: null },
    });
    const [notice] = await community.owner.query<{ number: string }[]>(
      'SELECT number FROM moderation.content_notice ORDER BY created_at DESC LIMIT 1',
    );
    await community.get(DecideNoticeService).execute(administrator, {
      ...{ noticeId: notice!.number, decision: 'keep', ground: 'none' },
      statement: `Das ${words} ist bekannt.`,
    });
    const elsewhere = await community.question(stranger, board, {
      title: `Wer kennt das ${words} im Keller?`,
    });
    await community.get(IdentityPort).choosePaces(stranger.memberId, { answer: 'daily' });
    await community.reply(asker, elsewhere);
    community.clock.advance({ seconds: 181 });
    await community.runJobs();
    community.clock.advance({ minutes: 25 * 60 });
    await community.get(SendDigests).run(system);
    const mailsSaying = async () =>
      (
        await community.owner.query<{ subject: string }[]>(
          'SELECT subject FROM identity.outbox_mail WHERE text LIKE $1 ORDER BY subject',
          [`%${words}%`],
        )
      ).map(({ subject }) => subject);
    const before = await mailsSaying();
    expect(before.length).toBeGreaterThanOrEqual(3); // to whoever is suspended, to the notifier, and the daily one
    await redact(told, words);
    expect(await mailsSaying()).toEqual(['Neues in Kundig']);
    const reasons = await community.snapshotOf(
      'identity.suspension',
      'moderation.suspension',
      'moderation.audit_entry',
    );
    expect(JSON.stringify(reasons)).not.toContain(words);
    expect(JSON.stringify(reasons)).toContain('Verrät das [geschwärzt]');
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
  });

  it('is gone from the addresses in mails, in which titles are spelled otherwise', async () => {
    const { asker, board, community, helper } = desk;
    const titled = await community.question(asker, board, {
      title: 'Wer hat den Schlüssel für Müller & Groß?',
    });
    const [opening] = await community.owner.query<Post[]>(
      'SELECT id, public_id AS "publicId" FROM forum.post WHERE thread_id = $1',
      [titled.id],
    );
    await community.reply(helper, titled);
    community.clock.advance({ seconds: 181 });
    await community.runJobs();
    const mails = () =>
      community.owner.query<{ text: string; html: string }[]>(
        'SELECT text, html FROM identity.outbox_mail WHERE $1 = ANY(about)',
        [titled.id],
      );
    expect((await mails())[0]!.html).toContain('mueller-gross');
    await redact(opening!, 'Müller & Groß');
    const [mail] = await mails();
    for (const part of [mail!.text, mail!.html]) {
      expect(part).not.toMatch(/m(ue|ü)ller|gro(ss|ß)/i);
      expect(part).toContain(`/t/-/${titled.publicId}`);
    }
    expect(mail!.html).toMatch(/<\/body><\/html>$/);
  });

  it('is gone from mails whose own links it would break: a word of the community’s address', async () => {
    const { asker, board, community, helper } = desk;
    const thread = await community.question(asker, board);
    const word = new URL(community.environment.baseUrl).hostname;
    const told = await community.reply(helper, thread, { body: `Der Server heißt ${word}.` });
    const administrator = await community.as(desk.administrator);
    await community
      .get(SuspendService)
      .execute(administrator, { nickname: helper.nickname }, { reason: `Nennt ${word}`, endsAt: null });
    community.clock.advance({ seconds: 181 });
    await community.runJobs();
    const mailOf = async () => {
      const [mail] = await community.owner.query<{ text: string; html: string }[]>(
        `SELECT text, html FROM identity.outbox_mail WHERE recipient = $1 AND text LIKE '%Nennt%'`,
        [helper.mail],
      );
      return mail!;
    };
    const linksIn = ({ text }: { text: string }) => text.match(/https?:\/\/\S+/g);
    const before = await mailOf();
    expect(before.text).toContain(`Nennt ${word}`);
    expect(linksIn(before)!.length).toBeGreaterThanOrEqual(4);
    await redact(told, word);
    const after = await mailOf();
    expect(after.text).toContain('Nennt [geschwärzt]');
    expect(after.html).toContain('Nennt [geschwärzt]');
    expect(linksIn(after)).toEqual(linksIn(before));
  });
});
