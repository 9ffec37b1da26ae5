import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';

/**
 * Anonymous posts to the quarter of an hour, as everywhere outside; of mails the words only where they are about the account
 * alone, because others quote what people wrote. Of reveals those they have been told of, and no more than they were told.
 */
const OWN_DATA = `
  SELECT 'account' AS kind, json_build_object('mail', mail, 'locale', locale, 'createdAt', created_at, 'statusHidden', status_hidden) AS row
  FROM identity.account WHERE id = $1
  UNION ALL SELECT 'consent', json_build_object('text', text_slug, 'version', version, 'acceptedAt', accepted_at)
  FROM identity.consent WHERE account_id = $1
  UNION ALL SELECT 'mail-change', json_build_object('mail', mail, 'expiresAt', expires_at)
  FROM identity.mail_change WHERE account_id = $1
  UNION ALL SELECT 'second-factor', json_build_object('confirmedAt', confirmed_at)
  FROM identity.second_factor WHERE account_id = $1
  UNION ALL SELECT 'suspension', json_build_object('reason', reason, 'endsAt', ends_at, 'threadId', thread_id)
  FROM identity.suspension WHERE account_id = $1
  UNION ALL SELECT 'session', json_build_object('endsAt', expire) FROM identity.session WHERE sess #>> '{passport,user}' = $1::text
  UNION ALL SELECT 'thread', json_build_object('threadId', thread_id, 'voice', voice, 'readPosition', read_position, 'following', following, 'muted', muted, 'followedBefore', followed_before, 'sameProblem', same_problem, 'sameProblemAt', same_problem_at)
  FROM identity.thread_state WHERE account_id = $1
  UNION ALL SELECT 'anonymous-post', json_build_object('postId', post_id, 'writtenAt', date_bin('15 minutes', written_at, 'epoch'))
  FROM identity.persona_post WHERE account_id = $1
  UNION ALL SELECT 'reveal', json_build_object('postId', r.post_id, 'ground', r.ground, 'viewedAt', r.viewed_at, 'toldAt', r.told_at)
  FROM identity.reveal_request r JOIN identity.persona_post p USING (post_id) WHERE p.account_id = $1 AND r.told_at IS NOT NULL
  UNION ALL SELECT 'anonymous-thanks', json_build_object('month', month, 'counted', counted, 'credited', granted)
  FROM identity.persona_credit WHERE account_id = $1
  UNION ALL SELECT 'draft', json_build_object('threadId', thread_id, 'title', title, 'body', body, 'tags', tags, 'updatedAt', updated_at)
  FROM identity.draft WHERE account_id = $1
  UNION ALL SELECT 'upload', json_build_object('path', '/files/' || id, 'purpose', purpose, 'kind', kind, 'at', created_at)
  FROM identity.upload WHERE account_id = $1
  UNION ALL SELECT 'guest-question', json_build_object('title', title, 'text', body, 'details', details, 'expiresAt', expires_at)
  FROM identity.guest_question WHERE mail = (SELECT mail FROM identity.account WHERE id = $1)
  UNION ALL SELECT 'invitation', json_build_object('message', message, 'sentAt', sent_at, 'expiresAt', expires_at)
  FROM identity.invitation WHERE mail = (SELECT mail FROM identity.account WHERE id = $1)
  UNION ALL SELECT 'shared-problem', json_build_object('threadId', thread_id, 'confirmed', confirmed, 'confirmedAt', confirmed_at, 'expiresAt', expires_at)
  FROM identity.guest_problem WHERE mail = (SELECT mail FROM identity.account WHERE id = $1)
  UNION ALL SELECT 'content-notice', json_build_object('name', name, 'mail', mail, 'at', created_at)
  FROM identity.notifier WHERE mail = (SELECT mail FROM identity.account WHERE id = $1)
  UNION ALL SELECT 'held-post', json_build_object('content', content, 'anonymous', anonymous, 'heldAt', CASE WHEN anonymous THEN date_bin('15 minutes', held_at, 'epoch') ELSE held_at END)
  FROM identity.held_post WHERE account_id = $1
  UNION ALL SELECT 'subscription', json_build_object('kind', kind, 'subject', subject, 'muted', muted)
  FROM identity.subscription WHERE account_id = $1
  UNION ALL SELECT 'notice', json_build_object('occasion', occasion, 'threadId', thread_id, 'at', at, 'readAt', read_at)
  FROM identity.notice WHERE account_id = $1
  UNION ALL SELECT 'notice-choice', json_build_object('occasion', occasion, 'pace', pace, 'paceBefore', pace_before)
  FROM identity.notice_pace WHERE account_id = $1
  UNION ALL SELECT 'mail', json_build_object('at', created_at, 'subject', CASE WHEN recipient_shown THEN subject END, 'text', CASE WHEN recipient_shown THEN text END)
  FROM identity.outbox_mail WHERE account_id = $1`;

/** A person's own rows, over all tables of the domain. */
@Injectable()
export class PersonalDataRepository {
  constructor(private readonly database: IdentityDatabase) {}

  of(ctx: RequestContext, accountId: string): Promise<{ kind: string; row: Record<string, unknown> }[]> {
    return this.database.query(ctx, OWN_DATA, [accountId]);
  }

  /** Removes the account and what hangs on it, by key or by mail. @returns number of accounts removed */
  async erase(ctx: RequestContext, accountId: string): Promise<number> {
    const rows = await this.database.query<{ mail: string; member_id: string }>(
      ctx,
      `WITH gone AS (DELETE FROM identity.account WHERE id = $1 RETURNING mail::text, member_id) SELECT mail, member_id FROM gone`,
      [accountId],
    );
    const [account] = rows;
    if (!account) return 0;
    await this.database.query(ctx, `DELETE FROM identity.session WHERE sess #>> '{passport,user}' = $1`, [
      accountId,
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.guest_question WHERE mail = $1::citext', [
      account.mail,
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.invitation WHERE mail = $1::citext', [account.mail]);
    await this.database.query(ctx, 'DELETE FROM identity.guest_problem WHERE mail = $1::citext', [
      account.mail,
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.notifier WHERE mail = $1::citext', [account.mail]);
    await this.database.query(ctx, 'DELETE FROM identity.registration WHERE mail = $1::citext', [
      account.mail,
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.reset_request WHERE mail = $1::citext', [
      account.mail,
    ]);
    await this.database.query(ctx, 'DELETE FROM identity.outbox_mail WHERE recipient = $1', [account.mail]);
    await this.database.query(ctx, `DELETE FROM identity.write_limit WHERE key LIKE '%:' || $1`, [
      account.member_id,
    ]);
    return 1;
  }
}
