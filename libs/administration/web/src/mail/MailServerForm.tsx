import { graphql, readFragment, type FragmentType, type MailEncryption } from '@kundig/api-contract';
import { formStyles, MutationForm, Select, SubmitButton, TextField, useMessages } from '@kundig/web-kit';

const MailServerForm_server = graphql(`
  fragment MailServerForm_server on EnteredMailServer {
    host
    port
    encryption
    userName
    senderAddress
    senderName
  }
`);

const SaveMailServerMutation = graphql(`
  mutation SaveMailServer($input: SaveMailServerInput!) {
    saveMailServer(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const LONGEST = { host: 253, userName: 320, password: 1000, address: 254, senderName: 60 } as const;
const HIGHEST_PORT = 65_535;
/** Where mail servers listen, by how the connection is encrypted (RFC 8314 for the first two). */
const USUAL_PORT: Readonly<Record<MailEncryption, number>> = { STARTTLS: 587, TLS: 465, NONE: 25 };
const usualPorts = Object.values(USUAL_PORT).map(String);

/** Lets the port follow the encryption, unless it is one of the operator's own. */
function followEncryption({ form, value }: HTMLSelectElement): void {
  const port = form!.elements.namedItem('port') as HTMLInputElement;
  if (usualPorts.includes(port.value)) port.value = String(USUAL_PORT[value as MailEncryption]);
}

interface MailServerFormProps {
  /** Null as long as none was entered. */
  server: FragmentType<typeof MailServerForm_server> | null | undefined;
  /** Name of the community, as which mails come unless another is entered. */
  siteName: string;
}

/** The server over which mails leave. Its password is never filled in again; left empty, the one before is kept. */
export function MailServerForm({ siteName, ...props }: MailServerFormProps) {
  const t = useMessages('administration');
  const server = props.server ? readFragment(MailServerForm_server, props.server) : null;
  return (
    <MutationForm
      mutation="saveMailServer"
      document={SaveMailServerMutation}
      toInput={(fields) => ({
        ...{ host: fields.text('host'), port: Number(fields.text('port')) },
        encryption: fields.text('encryption') as MailEncryption,
        ...{ userName: fields.optional('userName'), password: fields.optional('password') },
        ...{ senderAddress: fields.text('senderAddress'), senderName: fields.text('senderName') },
        clientKey: fields.clientKey,
      })}
      then="reload"
      className={formStyles.form}
      label={t('mail.title')}
      guarded
    >
      <TextField
        name="host"
        label={t('mail.host')}
        hint={t('mail.hostHint')}
        maxLength={LONGEST.host}
        autoComplete="off"
        spellCheck={false}
        defaultValue={server?.host}
      />
      <div className={formStyles.two}>
        <Select
          name="encryption"
          label={t('mail.encryption')}
          defaultValue={server?.encryption ?? 'STARTTLS'}
          onChange={(event) => followEncryption(event.currentTarget)}
        >
          <option value="STARTTLS">{t('mail.starttls')}</option>
          <option value="TLS">{t('mail.tls')}</option>
          <option value="NONE">{t('mail.unencrypted')}</option>
        </Select>
        <TextField
          name="port"
          type="number"
          inputMode="numeric"
          min={1}
          max={HIGHEST_PORT}
          label={t('mail.port')}
          defaultValue={server?.port ?? USUAL_PORT.STARTTLS}
        />
      </div>
      <div className={formStyles.two}>
        <TextField
          name="userName"
          label={t('mail.userName')}
          hint={t('mail.userNameHint')}
          optional
          maxLength={LONGEST.userName}
          autoComplete="off"
          spellCheck={false}
          defaultValue={server?.userName ?? undefined}
        />
        <TextField
          name="password"
          type="password"
          label={t('mail.password')}
          hint={t(server?.userName ? 'mail.passwordKept' : 'mail.passwordHint')}
          optional
          maxLength={LONGEST.password}
          autoComplete="new-password"
        />
      </div>
      <div className={formStyles.two}>
        <TextField
          name="senderAddress"
          type="email"
          label={t('mail.senderAddress')}
          hint={t('mail.senderAddressHint')}
          maxLength={LONGEST.address}
          autoComplete="off"
          defaultValue={server?.senderAddress}
        />
        <TextField
          name="senderName"
          label={t('mail.senderName')}
          hint={t('mail.senderNameHint')}
          maxLength={LONGEST.senderName}
          autoComplete="off"
          defaultValue={server?.senderName ?? siteName}
        />
      </div>
      <SubmitButton>{t('mail.save')}</SubmitButton>
    </MutationForm>
  );
}
