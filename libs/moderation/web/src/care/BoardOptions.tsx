import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages } from '@kundig/web-kit';
import { CIRCLES } from './circles.js';

const BoardOptions_board = graphql(`
  fragment BoardOptions_board on Board {
    id
    name
    visibility
    parent {
      id
      name
    }
  }
`);

/** Boards to choose from, each with the board it is part of, and with who reads it where that is not everybody. */
export function BoardOptions(props: { boards: readonly FragmentType<typeof BoardOptions_board>[] }) {
  const t = useMessages('moderation');
  return readFragment(BoardOptions_board, props.boards).map(({ id, name, visibility, parent }) => {
    const path = parent ? `${parent.name} › ${name}` : name;
    return (
      <option key={id} value={id}>
        {visibility === 'PUBLIC' ? path : `${path} (${t(CIRCLES[visibility])})`}
      </option>
    );
  });
}
