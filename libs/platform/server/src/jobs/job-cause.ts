/** Why a job failed, as far as it can be told without showing a message that may hold anything. */
export const JOB_CAUSES = ['mail-server', 'unreachable', 'timeout', 'storage', 'database', 'defect'] as const;
export type JobCause = (typeof JOB_CAUSES)[number];

/** In the order in which they are tried: what is more particular comes first. */
const SIGNS: readonly (readonly [JobCause, RegExp])[] = [
  [
    'mail-server',
    /\b(EAUTH|EENVELOPE|EMESSAGE|ESTREAM|SMTP)\b|\b(DATA|RCPT TO|MAIL FROM) command failed|Invalid login/i,
  ],
  ['storage', /\b(ENOSPC|EACCES|EPERM|EROFS|EDQUOT|ENOENT|disk full)\b/i],
  ['timeout', /\b(ETIMEDOUT|ESOCKETTIMEDOUT|timed? ?out|timeout)\b/i],
  [
    'unreachable',
    /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|socket hang up)\b/i,
  ],
  ['database', /\b(deadlock|violates|duplicate key|canceling statement|relation|terminating connection)\b/i],
];

/** @param error message of the last failure, as the queue keeps it */
export function causeOf(error: string | null): JobCause {
  return SIGNS.find(([, sign]) => sign.test(error ?? ''))?.[0] ?? 'defect';
}
