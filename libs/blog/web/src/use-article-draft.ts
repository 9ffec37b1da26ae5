import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { graphql } from '@kundig/api-contract';
import { FormFields } from '@kundig/web-kit';

const KeepArticleDraftMutation = graphql(`
  mutation KeepArticleDraft($input: KeepArticleDraftInput!) {
    keepArticleDraft(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const KEEP_AFTER_MILLISECONDS = 3_000;

/** Whether what is typed is kept: nothing typed yet, typed and not kept, kept. */
export type DraftState = 'untouched' | 'typing' | 'kept';

/**
 * Keeps what is typed with the account, three seconds after the last key, so that it can be finished on another device.
 *
 * @param frame an element inside the form whose fields are kept
 * @param articleId absent for an article that is not there yet
 */
export function useArticleDraft(
  frame: RefObject<HTMLElement | null>,
  articleId: string | undefined,
): DraftState {
  const [state, setState] = useState<DraftState>('untouched');
  const [keep] = useMutation(KeepArticleDraftMutation);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const form = frame.current?.closest('form');
    if (!form) return;
    const save = async () => {
      const fields = new FormFields(new FormData(form));
      const input = {
        articleId,
        title: fields.text('title'),
        teaser: fields.text('teaser'),
        body: fields.text('body'),
        picture: fields.text('picture'),
        pictureAlt: fields.text('pictureAlt'),
        tags: fields.text('tags'),
      };
      const answer = await keep({ variables: { input } }).catch(() => undefined); // tried again with the next key
      if (answer?.data?.keepArticleDraft.__typename === 'KeepArticleDraftSuccess') setState('kept');
    };
    const onInput = () => {
      setState('typing');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), KEEP_AFTER_MILLISECONDS);
    };
    const stop = () => clearTimeout(timer.current);
    form.addEventListener('input', onInput);
    form.addEventListener('submit', stop);
    return () => {
      stop();
      form.removeEventListener('input', onInput);
      form.removeEventListener('submit', stop);
    };
  }, [frame, articleId, keep]);

  return state;
}
