import { useMutation } from '@apollo/client/react';
import { clsx } from 'clsx';
import { useRef, useState, type DragEvent } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  Link,
  MutationForm,
  SubmitButton,
  useMessages,
  usePageNavigator,
} from '@kundig/web-kit';
import forms from '../forms.module.css';
import styles from './BoardOrder.module.css';
import { directions, placeAfter, type Direction, type Place } from './places.js';

const BoardOrder_board = graphql(`
  fragment BoardOrder_board on BoardSettings {
    id
    parentId
    name
    audience
    closed
    threadCount
  }
`);

const PlaceBoardMutation = graphql(`
  mutation PlaceBoard($input: PlaceBoardInput!) {
    placeBoard(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const audienceKeys = {
  PUBLIC: 'audience.public',
  MEMBERS: 'audience.members',
  GROUP_ANNOUNCED: 'audience.announced',
  GROUP_HIDDEN: 'audience.hidden',
} as const;
const stepKeys = { up: 'tree.up', down: 'tree.down', in: 'tree.in', out: 'tree.out' } as const;
const arrows = { up: IconArrowUp, down: IconArrowDown, in: IconArrowRight, out: IconArrowLeft } as const;
const stepId = (id: string, direction: Direction) => `step-${direction}-${id}`;

/** All boards in their order. Each step is a button, so that keyboards and browsers without scripts order them, too. */
export function BoardOrder(props: { boards: readonly FragmentType<typeof BoardOrder_board>[] }) {
  const t = useMessages('administration');
  const boards = readFragment(BoardOrder_board, props.boards);
  const { said, step } = useSteps(boards);
  const drag = useDragging(boards);
  const at = (parentId: string | null) => boards.filter((board) => (board.parentId ?? null) === parentId);
  const list = (parentId: string | null) => (
    <ol className={clsx(styles.boards, parentId && styles.below)}>
      {at(parentId).map((board) => (
        <li key={board.id}>
          <div className={styles.board} {...drag(board)}>
            <div className={styles.name}>
              <Link to={`/admin/boards/${board.id}`}>{board.name}</Link>
              <p className={forms.facts}>
                {t(audienceKeys[board.audience])} · {t('tree.threads', { count: board.threadCount })}
                {board.closed && ` · ${t('tree.closed')}`}
              </p>
            </div>
            <div className={styles.steps}>
              {directions.map((direction) => {
                const place = placeAfter(boards, board.id, direction);
                const Arrow = arrows[direction];
                return (
                  place && (
                    <MutationForm
                      key={direction}
                      mutation="placeBoard"
                      document={PlaceBoardMutation}
                      hidden={typedIn(place)}
                      toInput={({ clientKey }) => ({ ...place, clientKey })}
                      onDone={() => step(board.id, direction)}
                      className={styles[direction]}
                      inline
                    >
                      <SubmitButton
                        id={stepId(board.id, direction)}
                        look="outline"
                        size="small"
                        aria-label={t(stepKeys[direction], { name: board.name })}
                      >
                        <Arrow size={20} aria-hidden />
                      </SubmitButton>
                    </MutationForm>
                  )
                );
              })}
            </div>
          </div>
          {boards.some((below) => below.parentId === board.id) && list(board.id)}
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {list(null)}
    </>
  );
}

/** The ids of a place as hidden fields; absent ones are left out. */
const typedIn = (place: Place): Record<string, string> =>
  Object.fromEntries(Object.entries(place).filter(([, id]) => id !== undefined));

interface ShownBoard {
  id: string;
  parentId?: string | null;
  name: string;
}

/** Goes back to the button that was pressed, or to another of the board where that step leads no further. */
function focusStep(id: string, direction: Direction): void {
  [direction, ...directions]
    .map((other) => document.getElementById(stepId(id, other)))
    .find((button) => button !== null)
    ?.focus();
}

/** Keeps the focus with the board that was moved, and says where it is now. */
function useSteps(boards: readonly ShownBoard[]) {
  const t = useMessages('administration');
  const [taken, setTaken] = useState<{ id: string; direction: Direction; before: readonly ShownBoard[] }>();
  const done = taken && taken.before !== boards ? taken : undefined;
  const board = done && boards.find(({ id }) => id === done.id);
  const siblings = boards.filter(({ parentId }) => (parentId ?? null) === (board?.parentId ?? null));
  return {
    said:
      board &&
      t('tree.moved', { name: board.name, place: siblings.indexOf(board) + 1, count: siblings.length }),
    step: (id: string, direction: Direction) => {
      setTaken({ id, direction, before: boards });
      // Once the page is there again, it gives the focus to its content.
      document.addEventListener('kundig:page', () => focusStep(id, direction), { once: true });
    },
  };
}

/** Lets a board be dropped onto another, before which it then stands. */
function useDragging(boards: readonly ShownBoard[]) {
  const navigate = usePageNavigator();
  const [place] = useMutation(PlaceBoardMutation);
  const dragged = useRef<string>(undefined);
  const drop = async (onto: ShownBoard) => {
    const id = dragged.current;
    dragged.current = undefined;
    if (!id || id === onto.id) return;
    const parentId = onto.parentId ?? undefined;
    const { data } = await place({ variables: { input: { id, parentId, beforeId: onto.id } } });
    if (data && 'path' in data.placeBoard) navigate?.(data.placeBoard.path, { refresh: true });
  };
  return (board: ShownBoard) => ({
    draggable: boards.length > 1,
    onDragStart: (event: DragEvent) => {
      dragged.current = board.id;
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => dragged.current && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void drop(board);
    },
  });
}
