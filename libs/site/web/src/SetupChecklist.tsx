import { graphql, readFragment, type BoardTemplate, type FragmentType } from '@kundig/api-contract';
import {
  Callout,
  IconCheck,
  IconCircle,
  LinkButton,
  MutationForm,
  Select,
  SubmitButton,
  useMessages,
} from '@kundig/web-kit';
import styles from './SetupChecklist.module.css';
import { featureAnchor, SwitchFeatureForm } from './SwitchFeatureForm.js';

const SetupChecklist_state = graphql(`
  fragment SetupChecklist_state on SetupState {
    step
    done
    optional
    gapsLeft
  }
`);

const CreateBoardTreeMutation = graphql(`
  mutation CreateBoardTree($input: CreateBoardTreeInput!) {
    createBoardTree(input: $input) {
      ... on CreateBoardTreeSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const DismissSetupMutation = graphql(`
  mutation DismissSetup($input: SetupInput!) {
    dismissSetup(input: $input) {
      ... on DismissSetupSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** What each step is called, why it matters, and where it is done. */
const steps = {
  SITE: { title: 'setup.site', text: 'setup.siteText', path: '/admin/site' },
  LOGO: { title: 'setup.logo', text: 'setup.logoText', path: '/admin/logo' },
  BOARDS: { title: 'setup.boards', text: 'setup.boardsText', path: '/admin/boards' },
  TEXTS: { title: 'setup.texts', text: 'setup.textsText', path: '/admin/texts' },
  CONTACT: { title: 'setup.contact', text: 'setup.contactText', path: '/admin/contact' },
  MAIL: { title: 'setup.mail', text: 'setup.mailText', path: '/admin/mail' },
  NAME: { title: 'setup.name', text: 'setup.nameText', path: '/settings/person' },
  PEOPLE: { title: 'setup.people', text: 'setup.peopleText', path: '/admin/invitations' },
  FEATURES: { title: 'setup.features', text: 'setup.featuresText', path: '/admin/features' },
  OFFER: { title: 'setup.offer', text: 'setup.offerText', path: '/admin/offer' },
  OPENING: {
    title: 'setup.opening',
    text: 'setup.openingText',
    path: `/admin/features#${featureAnchor('SEARCH_ENGINES')}`,
  },
} as const;

/** What boards one can begin with, the most general first. */
const BOARD_TEMPLATES = [
  { value: 'GENERAL', name: 'setup.templateGeneral' },
  { value: 'MACHINES', name: 'setup.templateMachines' },
  { value: 'TELECOM', name: 'setup.templateTelecom' },
  { value: 'FINANCE', name: 'setup.templateFinance' },
] as const satisfies readonly { value: BoardTemplate; name: string }[];

/** Id of the words beside the bar. */
const PROGRESS = 'setup-progress';

/** The way from an empty community to one that customers can be invited to. */
export function SetupChecklist(props: { states: readonly FragmentType<typeof SetupChecklist_state>[] }) {
  const t = useMessages('site');
  const states = props.states.map((state) => readFragment(SetupChecklist_state, state));
  const needed = states.filter((state) => !state.optional);
  const done = needed.filter((state) => state.done).length;
  const gaps = states.reduce((sum, { gapsLeft }) => sum + gapsLeft, 0);
  return (
    <>
      {done < needed.length ? (
        <div className={styles.progress}>
          <p id={PROGRESS}>{t('setup.progress', { done, count: needed.length })}</p>
          <progress value={done} max={needed.length} aria-labelledby={PROGRESS} />
        </div>
      ) : (
        <Callout tone="done">
          <p>{t('setup.complete')}</p>
          <LinkButton to="/" size="small">
            {t('setup.look')}
          </LinkButton>
        </Callout>
      )}
      <ol className={styles.steps}>
        {states.map((state) => {
          const { title, text, path } = steps[state.step];
          return (
            <li key={state.step} className={styles.step} data-done={state.done || undefined}>
              {state.done ? <IconCheck size={24} aria-hidden /> : <IconCircle size={24} aria-hidden />}
              <div className={styles.words}>
                <h2>{t(title)}</h2>
                <p className={styles.state}>
                  <StepState {...state} />
                </p>
                {!state.done && <p>{t(text)}</p>}
                {!state.done && state.step === 'OPENING' && gaps > 0 && <p>{t('setup.openingGaps')}</p>}
              </div>
              {state.step === 'BOARDS' && !state.done ? (
                <CreateBoardTreeForm />
              ) : state.step === 'OPENING' && !state.done ? (
                <SwitchFeatureForm feature="SEARCH_ENGINES" on>
                  {t('setup.openNow')}
                </SwitchFeatureForm>
              ) : (
                <LinkButton
                  to={path}
                  size="small"
                  look={state.done || state.optional ? 'outline' : 'filled'}
                  aria-label={`${t(state.done ? 'setup.change' : 'setup.begin')}: ${t(title)}`}
                >
                  {t(state.done ? 'setup.change' : 'setup.begin')}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function StepState({ done, optional, gapsLeft }: { done: boolean; optional: boolean; gapsLeft: number }) {
  const t = useMessages('site');
  if (gapsLeft > 0) return t('setup.textsOpen', { count: gapsLeft });
  return t(done ? 'setup.done' : optional ? 'setup.optional' : 'setup.open');
}

function CreateBoardTreeForm() {
  const t = useMessages('site');
  return (
    <MutationForm
      mutation="createBoardTree"
      document={CreateBoardTreeMutation}
      toInput={(fields) => ({
        template: fields.text('template') as BoardTemplate,
        clientKey: fields.clientKey,
      })}
      className={styles.template}
      inline
    >
      <Select name="template" label={t('setup.template')}>
        {BOARD_TEMPLATES.map(({ value, name }) => (
          <option key={value} value={value}>
            {t(name)}
          </option>
        ))}
      </Select>
      <SubmitButton size="small">{t('setup.createBoards')}</SubmitButton>
    </MutationForm>
  );
}

/** Puts the list away; it stays under *Verwaltung*. */
export function DismissSetupForm() {
  const t = useMessages('site');
  return (
    <MutationForm
      mutation="dismissSetup"
      document={DismissSetupMutation}
      toInput={({ clientKey }) => ({ clientKey })}
      inline
    >
      <SubmitButton look="quiet">{t('setup.dismiss')}</SubmitButton>
    </MutationForm>
  );
}
