import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { Problem } from '../lib/problem.mjs';
import { send } from './people.mjs';

const GUEST = 'i.weber@werkstatt.example';
const WAIT_MS = 60_000;

/**
 * Has a guest share the problem of an open question, lets the mail leave, and finds what its links lead to. From then on the
 * community has a mail server, which other pages would show.
 * @param {{ visitor: BrowserContext, administrator: BrowserContext }} people
 * @param {{ openId: string }} places
 * @returns {Promise<Record<'sameProblemToken' | 'wayOutToken', string>>} by the names of places
 */
export async function receiveMail({ visitor, administrator }, { openId }) {
  await send(
    visitor,
    `/same-problem/${openId}`,
    (page) => page.getByRole('textbox', { name: 'E-Mail' }).fill(GUEST),
    'Mail anfordern',
  );
  const inbox = await openInbox();
  try {
    await send(
      administrator,
      '/admin/mail',
      async (page) => {
        await page.getByRole('textbox', { name: 'Server', exact: true }).fill('127.0.0.1');
        await page.getByRole('combobox').selectOption('NONE');
        await page.getByRole('spinbutton').fill(String(inbox.port));
        await page.getByRole('textbox', { name: 'Adresse des Absenders' }).fill('community@werkbank.example');
      },
      'Speichern',
      (page) => page.getByRole('button', { name: 'Testmail an mich senden' }).waitFor(),
    );
    const mail = await inbox.mailTo(GUEST);
    return {
      sameProblemToken: tokenIn(mail, 'same-problem/confirm'),
      wayOutToken: tokenIn(mail, 'unsubscribe'),
    };
  } finally {
    await inbox.close();
  }
}

/** @returns a mail server that takes every mail and keeps its source */
async function openInbox() {
  const mails = [];
  let tellOfMail = () => undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        tellOfMail();
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const mailTo = (address) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Problem(`No mail to ${address} came.`)), WAIT_MS);
      tellOfMail = () => {
        const mail = mails.find(({ to }) => to.includes(address));
        if (!mail) return;
        clearTimeout(timer);
        resolve(mail.source);
      };
      tellOfMail();
    });
  return {
    port: server.server.address().port,
    mailTo,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** @returns the token behind a path, from a mail whose lines may be broken as quoted-printable breaks them */
function tokenIn(mail, path) {
  const [, token] =
    new RegExp(`${path}/([\\w.-]+)`).exec(mail.replace(/=\r?\n/g, '').replace(/=3D/g, '=')) ?? [];
  if (!token) throw new Problem(`The mail has no link to /${path}.`);
  return token;
}
