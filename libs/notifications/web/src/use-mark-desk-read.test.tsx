import { describe, expect, it } from '@jest/globals';
import { act } from '@testing-library/react';
import { renderPart } from '@kundig/web-kit/testing';
import { useMarkDeskRead } from './use-mark-desk-read.js';

function Desk() {
  useMarkDeskRead('WAITING');
  return <p>Zurückgehalten</p>;
}

describe('useMarkDeskRead', () => {
  it('says once that the desk was seen, and shows it also where that fails', async () => {
    const { sent, getByText } = await act(() =>
      renderPart(<Desk />, { answers: { MarkDeskRead: new Error('cut off') } }),
    );
    expect(sent).toEqual([{ name: 'MarkDeskRead', variables: { input: { desk: 'WAITING' } } }]);
    expect(getByText('Zurückgehalten')).toBeTruthy();
  });
});
