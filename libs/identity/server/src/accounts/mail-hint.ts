/** @returns an address shortened so that its owner knows it and nobody else learns it: `k…@firma.de` */
export function mailHint(mail: string): string {
  const at = mail.lastIndexOf('@');
  return `${[...mail][0]}…${mail.slice(at)}`;
}
