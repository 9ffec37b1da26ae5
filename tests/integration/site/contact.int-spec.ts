import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let administrator: TestMember;
let top: Board;
let below: Board;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.withRole('administrator');
  top = await community.board();
  below = await community.board({ parentId: top.id });
});
afterAll(() => community?.close());

interface Ways {
  phone: string | null;
  hours: { first: string; last: string; from: string; to: string }[];
}
const SHOWN = '{ site { contact { phone hours { first last from to } } } }';
const ofCommunity = async () =>
  (await community.ask<{ site: { contact: Ways | null } }>(community.visitor(), SHOWN)).site.contact;
const ofBoard = async (board: Board, ctx: RequestContext = community.visitor()) =>
  (
    await community.ask<{ board: { contact: Ways | null } | null }>(
      ctx,
      'query ($id: ID!) { board(id: $id) { contact { phone hours { first last from to } } } }',
      { id: board.publicId },
    )
  ).board?.contact;
const save = async (input: Record<string, string>, ctx?: RequestContext) =>
  (
    await community.ask<{ saveContact: { __typename: string; field?: string } }>(
      ctx ?? (await community.as(administrator)),
      'mutation ($input: SaveContactInput!) { saveContact(input: $input) { __typename ... on UserError { field } } }',
      { input: { clientKey: randomUUID(), ...input } },
    )
  ).saveContact;

describe('the ways to the operator', () => {
  it('are those of the board, else of the board above, else of the community', async () => {
    expect([await ofCommunity(), await ofBoard(below)]).toEqual([null, null]);
    await save({ phone: '0221 100', monday: '8-18', tuesday: '08:00 – 18:00', friday: '8-14' });
    expect(await ofBoard(below)).toEqual({
      phone: '0221 100',
      hours: [
        { first: 'MONDAY', last: 'TUESDAY', from: '08:00', to: '18:00' },
        { first: 'FRIDAY', last: 'FRIDAY', from: '08:00', to: '14:00' },
      ],
    });
    await save({ boardId: top.publicId, phone: '0221 200' });
    expect(await ofBoard(below)).toMatchObject({ phone: '0221 200', hours: [] });
    await save({ boardId: below.publicId, phone: '0221 300' });
    expect(await ofBoard(below)).toMatchObject({ phone: '0221 300' });
    await save({ boardId: below.publicId });
    expect(await ofBoard(below)).toMatchObject({ phone: '0221 200' });
    expect(await ofCommunity()).toMatchObject({ phone: '0221 100' });
  });

  it('of a closed group are shown to nobody outside', async () => {
    const insider = await community.member();
    const closed = await community.groupBoard([insider], true);
    await save({ boardId: closed.publicId, phone: '0221 400' });
    expect(await ofBoard(closed, await community.as(insider))).toMatchObject({ phone: '0221 400' });
    expect(await ofBoard(closed)).toBeNull();
  });

  it('say which days have times that are none, each at its own field', async () => {
    const before = await community.snapshotOf('site.contact');
    const { saveContact } = await community.ask<{ saveContact: { issues?: object[] } }>(
      await community.as(administrator),
      `mutation ($input: SaveContactInput!) { saveContact(input: $input) {
         ... on InvalidInputError { issues { field message } } } }`,
      { input: { clientKey: randomUUID(), monday: '8-18', wednesday: 'immer', sunday: '18-8' } },
    );
    expect(saveContact.issues).toEqual([
      { field: 'wednesday', message: expect.stringContaining('Mittwoch') },
      { field: 'sunday', message: expect.stringContaining('Sonntag') },
    ]);
    expect(await community.snapshotOf('site.contact')).toEqual(before);
  });

  it.each([
    [{ phone: 'javascript:alert(1)' }, 'phone'],
    [{ mailTo: 'niemand' }, 'mailTo'],
    [{ link: 'http://x.example' }, 'link'],
    [{ monday: 'immer' }, 'monday'],
    [{ boardId: 'xxxxxxxxxxxx', phone: '0221 500' }, null],
  ])('are refused with %j', async (input, field) => {
    const before = await community.snapshotOf('site.contact');
    expect((await save(input as unknown as Record<string, string>)).field ?? null).toBe(field);
    expect(await community.snapshotOf('site.contact')).toEqual(before);
  });
});
