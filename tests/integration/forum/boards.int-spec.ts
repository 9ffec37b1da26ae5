import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestCommunity } from '../../support/community.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

describe('who may begin a thread', () => {
  const MAY_POST = 'query ($id: ID!) { board(id: $id) { viewerMayPost membersMayPost } }';

  it('is told to visitors as a fact of the board, and to others as their own right', async () => {
    const [open, official] = [await community.board(), await community.board({ posting: 'staff' })];
    const [member, staff] = [await community.member(), await community.withRole('staff')];
    const told = async (person: typeof member | null, { publicId }: typeof open) => {
      const ctx = person ? await community.as(person) : community.visitor();
      const { board } = await community.ask<{ board: object }>(ctx, MAY_POST, { id: publicId });
      return board;
    };
    expect(await told(null, open)).toEqual({ viewerMayPost: false, membersMayPost: true });
    expect(await told(null, official)).toEqual({ viewerMayPost: false, membersMayPost: false });
    expect(await told(member, open)).toEqual({ viewerMayPost: true, membersMayPost: true });
    expect(await told(member, official)).toEqual({ viewerMayPost: false, membersMayPost: false });
    expect(await told(staff, official)).toEqual({ viewerMayPost: true, membersMayPost: false });
  });
});
