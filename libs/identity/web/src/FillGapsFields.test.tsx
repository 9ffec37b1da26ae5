import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { renderPart } from '@kundig/web-kit/testing';
import { FillGapsFields, type BothTexts } from './FillGapsFields.js';
import { identityMessages } from './messages.js';

const messages = { identity: identityMessages };
const texts: BothTexts = {
  de: 'Firma [Name], [Ort]\n\nFragen an [Name]',
  en: 'Company [name], [town]. Ask [name]',
};
const field = (name: string, at = 0) => screen.getAllByLabelText<HTMLInputElement>(name)[at]!;
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

describe('the gaps of a text', () => {
  it('are filled in both languages at once, and known to the next text', async () => {
    const filled: BothTexts[] = [];
    const { unmount } = await renderPart(
      <FillGapsFields texts={texts} onFilled={(now) => filled.push(now)} />,
      { messages },
    );
    type('Name (Deutsch)', 'Drehbank GmbH');
    type('Name (Englisch)', 'Drehbank Ltd');
    expect(field('Name (Deutsch)', 1).value).toBe('Drehbank GmbH');
    fireEvent.click(screen.getByRole('button'));
    expect(filled).toEqual([
      {
        de: 'Firma Drehbank GmbH, [Ort]\n\nFragen an Drehbank GmbH',
        en: 'Company Drehbank Ltd, [town]. Ask Drehbank Ltd',
      },
    ]);
    unmount();
    await renderPart(<FillGapsFields texts={{ de: '[Name]', en: '[name]' }} onFilled={() => undefined} />, {
      messages,
    });
    expect(field('Name (Deutsch)').value).toBe('Drehbank GmbH');
    expect(field('Name (Englisch)').value).toBe('Drehbank Ltd');
  });

  it('are left to the hand where the languages have different ones', async () => {
    await renderPart(<FillGapsFields texts={{ ...texts, en: 'Company' }} onFilled={() => undefined} />, {
      messages,
    });
    expect(screen.queryByRole('group')).toBeNull();
  });
});
