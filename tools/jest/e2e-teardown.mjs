/**
 * Closes the browser, stops the communities and their databases, and removes their data.
 * @throws Error with the end of its log when a community died during the tests, or would not stop
 */
export default async function stopCommunities() {
  const { communities, browser } = globalThis.kundigEndToEnd ?? { communities: [] };
  await browser?.close();
  const ends = await Promise.allSettled(communities.map((community) => community.stop()));
  const failed = ends.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}
