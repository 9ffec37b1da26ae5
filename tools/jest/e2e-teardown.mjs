/**
 * Closes the browser, stops the community and its database, and removes its data.
 * @throws Error with the end of its log when the community died during the tests, or would not stop
 */
export default async function stopCommunity() {
  const { community, browser, database, mailbox } = globalThis.kundigEndToEnd ?? {};
  await browser?.close();
  await database?.stop();
  await community?.stop();
  await mailbox?.close();
}
