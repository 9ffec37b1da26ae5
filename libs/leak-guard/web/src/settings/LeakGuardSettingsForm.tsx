import { graphql, readFragment, type FragmentType, type LeakKind as NamedKind } from '@kundig/api-contract';
import { Checkbox, MutationForm, SubmitButton, TextArea, useMessages } from '@kundig/web-kit';
import type { LeakKind } from '@kundig/leak-guard/rules';
import { KIND_WORDS } from '../kind-words.js';
import { namedKind } from './kinds.js';
import styles from './LeakGuardSettingsForm.module.css';

const LeakGuardSettingsForm_settings = graphql(`
  fragment LeakGuardSettingsForm_settings on LeakGuardSettings {
    kinds
    binding
    customerPatterns
    contractPatterns
    ticketPatterns
    hotlines
    domains
  }
`);

const SaveLeakGuardMutation = graphql(`
  mutation SaveLeakGuard($input: SaveLeakGuardInput!) {
    saveLeakGuard(input: $input) {
      ... on SaveLeakGuardSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const NUMBERS = [
  { name: 'customerPatterns', label: 'settings.customerPatterns' },
  { name: 'contractPatterns', label: 'settings.contractPatterns' },
  { name: 'ticketPatterns', label: 'settings.ticketPatterns' },
] as const;
const OWN = [
  { name: 'hotlines', label: 'settings.hotlines' },
  { name: 'domains', label: 'settings.domains' },
] as const;

/** As many lines as a field shows; it takes more. */
const ROWS = 3;

/** What the guard looks for, the numbers the operator hands out, and what of a text is their own. */
export function LeakGuardSettingsForm(props: {
  settings: FragmentType<typeof LeakGuardSettingsForm_settings>;
}) {
  const t = useMessages('leak-guard');
  const settings = readFragment(LeakGuardSettingsForm_settings, props.settings);
  return (
    <MutationForm
      mutation="saveLeakGuard"
      document={SaveLeakGuardMutation}
      toInput={(fields) => ({
        kinds: fields.all('kinds') as NamedKind[],
        binding: fields.checked('binding'),
        customerPatterns: fields.optional('customerPatterns'),
        contractPatterns: fields.optional('contractPatterns'),
        ticketPatterns: fields.optional('ticketPatterns'),
        hotlines: fields.optional('hotlines'),
        domains: fields.optional('domains'),
        clientKey: fields.clientKey,
      })}
      className={styles.form}
    >
      <KindBoxes looked={settings.kinds} />
      <Checkbox
        name="binding"
        look="switch"
        label={t('settings.binding')}
        hint={t('settings.bindingHint')}
        defaultChecked={settings.binding}
        optional
      />
      <fieldset className={styles.group}>
        <legend>{t('settings.numbers')}</legend>
        <p className={styles.hint}>{t('settings.numbersHint')}</p>
        {NUMBERS.map(({ name, label }) => (
          <Lines key={name} name={name} label={t(label)} lines={settings[name]} />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('settings.own')}</legend>
        <p className={styles.hint}>{t('settings.ownHint')}</p>
        {OWN.map(({ name, label }) => (
          <Lines key={name} name={name} label={t(label)} lines={settings[name]} />
        ))}
      </fieldset>
      <SubmitButton>{t('settings.save')}</SubmitButton>
    </MutationForm>
  );
}

interface LinesProps {
  name: string;
  label: string;
  lines: readonly string[];
}

/** A field with one thing a line. */
function Lines({ name, label, lines }: LinesProps) {
  return (
    <TextArea
      name={name}
      label={label}
      optional
      rows={ROWS}
      spellCheck={false}
      defaultValue={lines.join('\n') || undefined}
    />
  );
}

/** A box for each kind; what is not ticked is not looked for. */
function KindBoxes({ looked }: { looked: readonly NamedKind[] }) {
  const t = useMessages('leak-guard');
  return (
    <fieldset className={styles.group}>
      <legend>{t('settings.kinds')}</legend>
      <p className={styles.hint}>{t('settings.kindsHint')}</p>
      <div className={styles.kinds}>
        {(Object.keys(KIND_WORDS) as LeakKind[]).map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              name="kinds"
              value={namedKind(kind)}
              defaultChecked={looked.includes(namedKind(kind))}
            />{' '}
            <span>{t(KIND_WORDS[kind])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
