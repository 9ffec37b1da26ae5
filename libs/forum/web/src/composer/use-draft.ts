import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { graphql, type SaveDraftInput, type ThreadKind } from '@kundig/api-contract';
import { FormFields } from '@kundig/web-kit';

const SaveDraftMutation = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      ... on SaveDraftSuccess {
        draft {
          id
          updatedAt
        }
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

const DiscardDraftMutation = graphql(`
  mutation DiscardDraft($input: DraftInput!) {
    discardDraft(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const SAVE_AFTER_MILLISECONDS = 3_000;
const KEPT_FIELDS = ['title', 'body', 'tags'] as const;

type KeptField = (typeof KEPT_FIELDS)[number];
type Kept = Partial<Record<KeptField, string>>;

/** `goneElsewhere`: the same text was sent or deleted in another tab; sent from here as well it would stand there twice. */
export type DraftFate = 'restored' | 'goneElsewhere';

/** The name of a text in this browser; as `data-draft` it brings React at once where such a text waits. */
export const draftNameOf = (key: string): string => `draft:${key}`;

/** The text of a new thread, whoever writes it: a guest who signs in meanwhile finds it again. */
export const newThreadKey = (kind: ThreadKind) => `new-${kind}` as const;

/**
 * Lets go of what a guest kept until they had said who they are: going back before that leads to the text, not to an
 * empty form. A text of another title is one they have begun since.
 */
export function forgetSentThread(title: string): void {
  const kinds: readonly ThreadKind[] = ['QUESTION', 'DISCUSSION'];
  for (const key of kinds.map((kind) => draftNameOf(newThreadKey(kind))))
    if (load(key).title?.trim() === title) store(key, {});
}

/**
 * Keeps what is being typed: at once in this browser, and three seconds after the last key with the account, so that it
 * can be finished on another device.
 *
 * @param frame an element inside the form whose fields are kept
 * @param key names the text in this browser, such as the thread it answers
 * @param target where the draft belongs; null keeps it in this browser alone, for who has no account
 * @param savedId of the draft that the account has already
 * @returns what became of the text without its writer doing anything here; `forget`, to be called once it is sent; `discard`,
 *   which lets go of it everywhere though it still stands in the form, and `keepAgain`, which takes that back
 */
export function useDraft(
  frame: RefObject<HTMLElement | null>,
  key: string,
  target: Pick<SaveDraftInput, 'threadId' | 'kind'> | null,
  savedId?: string,
): { fate: DraftFate | null; forget(): void; discard(): void; keepAgain(): void } {
  const [fate, setFate] = useState<DraftFate | null>(null);
  const [save] = useMutation(SaveDraftMutation);
  const [discardSaved] = useMutation(DiscardDraftMutation);
  const saved = useRef({ id: savedId, isUnwanted: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { threadId, kind } = target ?? {};
  const withAccount = target !== null;
  const storeKey = draftNameOf(key);

  const discardFromAccount = useCallback(() => {
    const { id } = saved.current;
    if (id === undefined) return;
    saved.current.id = undefined;
    discardSaved({
      variables: { input: { draftId: id } },
      update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'Draft', id }) }), // for who goes back
    }).catch(() => undefined); // it is offered again, no more
  }, [discardSaved]);

  useEffect(() => {
    const form = frame.current?.closest('form');
    if (!form) return;
    // Fields are uncontrolled, so that they work before React is there: what was kept is put in from outside.
    if (restore(form, storeKey)) setFate('restored');
    const onInput = () => {
      const kept = read(form);
      store(storeKey, kept);
      if (!withAccount) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const fields = new FormFields(new FormData(form));
        const { title, body = '', tags } = kept;
        const boardId = fields.optional('boardId');
        const anonymous = fields.checked('anonymous');
        const unindexed = fields.checked('unindexed');
        if (!body.trim()) return;
        const input = { threadId, kind, title, body, tags, boardId, anonymous, unindexed };
        save({ variables: { input } }).then(
          ({ data }) => {
            if (!data || !('draft' in data.saveDraft)) return;
            saved.current.id = data.saveDraft.draft.id;
            if (saved.current.isUnwanted) discardFromAccount();
          },
          () => undefined, // still kept in this browser
        );
      }, SAVE_AFTER_MILLISECONDS);
    };
    const onStorage = ({ key: changed, oldValue, newValue }: StorageEvent) => {
      if (changed !== storeKey || newValue !== null || oldValue !== JSON.stringify(read(form))) return;
      clearTimeout(timer.current);
      for (const [, field] of fieldsOf(form)) field.value = '';
      delete form.dataset.dirty;
      setFate('goneElsewhere');
    };
    form.addEventListener('input', onInput);
    window.addEventListener('storage', onStorage);
    if ('dirty' in form.dataset) onInput(); // typed before React was there
    return () => {
      clearTimeout(timer.current);
      form.removeEventListener('input', onInput);
      window.removeEventListener('storage', onStorage);
    };
  }, [frame, storeKey, threadId, kind, withAccount, save, discardFromAccount]);

  const forget = () => {
    clearTimeout(timer.current);
    store(storeKey, {});
    setFate(null);
  };
  const discard = () => {
    forget();
    delete frame.current!.closest('form')!.dataset.dirty;
    saved.current.isUnwanted = true; // also what is just being saved
    discardFromAccount();
  };
  const keepAgain = () => {
    saved.current.isUnwanted = false;
    frame.current!.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return { fate, forget, discard, keepAgain };
}

function fieldsOf(form: HTMLFormElement) {
  return KEPT_FIELDS.map((name) => [name, form.elements.namedItem(name)] as const).filter(
    (entry): entry is readonly [KeptField, HTMLInputElement | HTMLTextAreaElement] =>
      entry[1] instanceof HTMLInputElement || entry[1] instanceof HTMLTextAreaElement,
  );
}

function read(form: HTMLFormElement): Kept {
  return Object.fromEntries(fieldsOf(form).map(([name, field]) => [name, field.value]));
}

/** Fills empty fields only: what the server has put there is newer or wanted. */
function restore(form: HTMLFormElement, key: string): boolean {
  const kept = load(key);
  let filled = false;
  for (const [name, field] of fieldsOf(form)) {
    const text = kept[name];
    if (!text || field.value) continue;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    filled = true;
  }
  return filled;
}

function load(key: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Kept;
  } catch {
    return {}; // storage may be forbidden, or hold something else
  }
}

function store(key: string, kept: Kept): void {
  try {
    if (Object.values(kept).some(Boolean)) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // Storage may be forbidden or full; the draft is still kept with the account.
  }
}
