import { InvalidInput } from '@kundig/platform/server';
import type { Board } from '../storage/board.entity.js';
import type { ThreadDetail } from '../storage/thread.entity.js';

/** Ids of fields of a board, and an answer for each; an empty one says nothing. */
export interface GivenDetails {
  readonly detailFields?: readonly string[];
  readonly details?: readonly string[];
}

/**
 * @returns answers with the words they answer, which stay with the thread when the board asks otherwise later
 * @throws InvalidInput an answer to what this board does not ask, or none of the choices
 */
export function threadDetailsOf(
  { questionFields }: Pick<Board, 'questionFields'>,
  { detailFields = [], details = [] }: GivenDetails,
): ThreadDetail[] {
  return details.flatMap((value, index) => {
    if (!value) return [];
    const field = questionFields.find(({ id }) => id === detailFields[index]);
    if (!field) throw new InvalidInput('boardId', 'forum:error.otherBoardsDetails');
    if (field.choices.length > 0 && !field.choices.includes(value))
      throw new InvalidInput('details', 'platform:invalid.format');
    return [{ labelDe: field.labelDe, labelEn: field.labelEn, value }];
  });
}
