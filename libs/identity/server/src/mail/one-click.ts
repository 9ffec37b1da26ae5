/**
 * Headers for unsubscribing in the mail program, RFC 8058.
 * @param token of `UnsubscribeTokens`
 */
export const oneClick = (baseUrl: string, token: string): Record<string, string> => ({
  'List-Unsubscribe': `<${baseUrl}/mail/unsubscribe/${token}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
