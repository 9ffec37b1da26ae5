import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconThanks, ToggleForm, useMessages, type FormFields, type ToggleWay } from '@kundig/web-kit';

const ThanksToggle_kudos = graphql(`
  fragment ThanksToggle_kudos on Kudos {
    count
    givenByViewer
    viewerMayGive
  }
`);

/** The thanks for a post, an article or a comment, as asked for by the fragment `ThanksToggle_kudos`. */
export type ThanksKudos = FragmentType<typeof ThanksToggle_kudos>;

interface ThanksToggleProps<Give, Withdraw, Variables extends { input: unknown }> {
  kudos: ThanksKudos;
  give: ToggleWay<Give, Variables>;
  withdraw: ToggleWay<Withdraw, Variables>;
  /** What names the thing thanked for, as it goes along without scripts. */
  hidden(given: boolean): Record<string, string>;
  toInput(fields: FormFields, given: boolean): Variables['input'];
}

/** The number of thanks, pressed by the viewer or not; whoever may not give sees the number. */
export function ThanksToggle<
  Give extends object,
  Withdraw extends object,
  Variables extends { input: unknown },
>(props: ThanksToggleProps<Give, Withdraw, Variables>) {
  const t = useMessages('kudos');
  const { count, givenByViewer, viewerMayGive } = readFragment(ThanksToggle_kudos, props.kudos);
  const text = t('thanks', { count });
  return (
    <ToggleForm
      pressed={givenByViewer}
      on={props.give}
      off={props.withdraw}
      hidden={props.hidden(!givenByViewer)}
      toInput={(fields) => props.toInput(fields, !givenByViewer)}
      locked={viewerMayGive || givenByViewer ? undefined : count > 0 ? <span>{text}</span> : null}
      look="quiet"
      icon={<IconThanks size={18} aria-hidden />}
      title={givenByViewer ? t('withdraw') : undefined}
    >
      {text}
    </ToggleForm>
  );
}
