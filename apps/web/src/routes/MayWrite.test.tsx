import { describe, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { renderPart } from '@kundig/web-kit/testing';
import { messageLoaders } from '../page/message-loaders.js';
import { useWriter } from '../page/use-writer.js';
import { MayWrite } from './MayWrite.js';

const member = { __typename: 'Member', id: 'm1', nickname: 'MiriamH', path: '/u/MiriamH', kind: 'MEMBER' };
const viewer = {
  __typename: 'Viewer',
  ...{
    textsWaiting: false,
    suspension: null,
    mayModerate: true,
    mayDecideNotices: false,
    mayEditFaq: false,
    mayImproveSearch: false,
  },
  ...{ mayWriteArticles: false, mayAdminister: false, leadsGroups: false, openReports: 0 },
  ...{ openObjections: 0, openContentNotices: 0, waitingPosts: 0, unreadNotices: 0, speaksAsStaff: true },
  member: { ...member, realName: null, pictureSeed: 'MiriamH', picture: null },
};
const { pages, moderation } = messageLoaders;

/** Says who writes, once that is known. */
function Who() {
  return <p>{useWriter().name}</p>;
}

/** The field, or what stands in its place, for staff who lack these things or owe a second factor. */
const field = async (
  staffLacks: readonly ('NAME' | 'PHOTO')[],
  {
    asPersona,
    refused = false,
    owed = false,
  }: { asPersona?: boolean; refused?: boolean; owed?: boolean } = {},
) => {
  const rendered = () =>
    renderPart(
      <>
        <Who />
        <MayWrite asPersona={asPersona}>
          <textarea aria-label="Ihre Antwort" defaultValue="Schon geschrieben" />
        </MayWrite>
      </>,
      {
        messages: { pages, moderation },
        answers: { PageFrame: { viewer: { ...viewer, staffLacks, secondFactorOwed: owed } } },
        runtime: refused ? { refusedForm: { mutation: 'reply', status: 403, fields: {}, problems: [] } } : {},
      },
    );
  await act(async () => void (await rendered()));
  await screen.findByText('MiriamH');
};
const wayOut = () => screen.getByRole('link', { name: 'Jetzt den Namen eintragen' });

describe('a field to write in', () => {
  it('asks staff for their real name instead, and says that drafts are kept', async () => {
    await field(['NAME', 'PHOTO']);
    expect(wayOut().getAttribute('href')).toMatch(/^\/settings\/person\?next=%2F/);
    expect(screen.getByText(/als Entwurf begonnen haben, bleibt erhalten/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('stays with its text below the question where that was refused', async () => {
    await field(['NAME'], { refused: true });
    expect(wayOut()).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Schon geschrieben');
  });

  it('asks staff for the second factor they owe before anything else, whoever writes', async () => {
    await field(['NAME'], { asPersona: true, owed: true });
    const link = screen.getByRole('link', { name: 'Jetzt einrichten' });
    expect(link.getAttribute('href')).toBe('/settings/account/second-factor');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it.each<[string, Parameters<typeof field>]>([
    ['whose name is told, photo or not', [['PHOTO']]],
    ['whose persona goes on in the thread', [['NAME'], { asPersona: true }]],
  ])('is there for staff %s', async (_, parameters) => {
    await field(...parameters);
    expect(screen.getByRole('textbox')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
