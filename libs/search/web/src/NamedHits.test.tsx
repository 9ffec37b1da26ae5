import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { renderPart } from '@kundig/web-kit/testing';
import { searchMessages } from './messages.js';
import { NamedBoards } from './NamedBoards.js';
import { NamedMembers } from './NamedMembers.js';

const messages = { search: searchMessages };
const board = {
  id: 'b1',
  name: 'Telefonie',
  path: '/b/telefonie/b1',
  description: 'Rund ums Telefon',
  readable: true,
};
const member = {
  ...{ id: 'm1', nickname: 'Kranich42', path: '/u/Kranich42', kind: 'MEMBER', pictureSeed: 'x' },
  ...{ picture: null, about: 'Elektrobetrieb', realName: null, role: null },
};
const staff = {
  ...member,
  id: 'm2',
  kind: 'STAFF',
  realName: 'Miriam Hofer',
  role: 'Technik',
  path: '/u/MiriamH',
};

const boards = (...found: object[]) => found as unknown as ComponentProps<typeof NamedBoards>['boards'];
const members = (...found: object[]) => found as unknown as ComponentProps<typeof NamedMembers>['members'];

describe('NamedBoards', () => {
  it('is a titled list of links, and says which board is closed', async () => {
    const closed = { ...board, id: 'b2', name: 'Partnerkreis', readable: false };
    await renderPart(<NamedBoards boards={boards(board, closed)} />, { messages });
    screen.getByRole('heading', { level: 2, name: 'Bereiche' });
    const [first, second] = screen.getAllByRole('listitem');
    expect(within(first!).getByRole('link', { name: 'Telefonie' }).getAttribute('href')).toBe(
      '/b/telefonie/b1',
    );
    expect(first!.textContent).toContain('Rund ums Telefon');
    expect(within(first!).queryByLabelText('Geschlossener Bereich')).toBeNull();
    within(second!).getByLabelText('Geschlossener Bereich');
  });

  it('is absent where there is none', async () => {
    await renderPart(<NamedBoards boards={boards()} />, { messages });
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('NamedMembers', () => {
  it('shows members by nickname, and staff by real name and task', async () => {
    await renderPart(<NamedMembers members={members(member, staff)} />, { messages });
    screen.getByRole('heading', { level: 2, name: 'Mitglieder' });
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Kranich42',
      'Miriam Hofer',
    ]);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first!.textContent).toContain('Elektrobetrieb');
    expect(second!.textContent).toContain('Team, Technik');
  });

  it('is absent where there is none', async () => {
    await renderPart(<NamedMembers members={members()} />, { messages });
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
