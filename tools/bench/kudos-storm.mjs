import { Visitor } from './visitor.mjs';

const CONNECTIONS = 50;
const REQUESTS = 10_000;
const POSTS = 100;

/**
 * 10,000 kudos over 50 connections on 100 posts, repeats and withdrawals among them; then counts rows and compares.
 * @returns {Promise<number>} counters that differ from the rows
 */
export async function kudosStorm(server, accounts) {
  const { rows: posts } = await server.owner.query(
    // Of nobody who takes part: one's own post is refused.
    `SELECT id, public_id FROM forum.post
     WHERE position > 1 AND author_id NOT IN (SELECT member_id FROM identity.account) ORDER BY id LIMIT $1`,
    [POSTS],
  );
  const members = await Promise.all(
    accounts.slice(0, CONNECTIONS).map(async ({ mail, password }) => {
      const member = new Visitor(server.origin);
      await member.signIn(mail, password);
      return member;
    }),
  );
  let sent = 0;
  await Promise.all(
    members.map(async (member, who) => {
      for (let index = 0; (sent += 1) <= REQUESTS; index += 1) {
        const postId = posts[(who * 7 + index * 13) % POSTS].public_id;
        // Every fifth go takes back, every seventh is sent twice.
        const mutation = index % 5 === 4 ? 'withdrawKudos' : 'giveKudos';
        await Promise.all((index % 7 === 6 ? [1, 2] : [1]).map(() => member.submit(mutation, { postId })));
      }
    }),
  );
  members.forEach((member) => member.close());
  const { rows } = await server.owner.query(
    `SELECT count(*)::int AS wrong FROM kudos.post_kudos c
     WHERE c.count <> (SELECT count(*) FROM kudos.kudo k WHERE k.post_id = c.post_id)`,
  );
  return rows[0].wrong;
}
