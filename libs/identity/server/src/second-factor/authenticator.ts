import { generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import { encode } from 'uqr';

/** Of a code, in seconds; what every authenticator app reckons with (RFC 6238). */
const PERIOD_SECONDS = 30;

/** 160 bits, the length RFC 4226 recommends. */
export const SECRET_BYTES = 20;

/** Blank modules around a QR code, as its standard asks for. */
const QUIET_MODULES = 4;

const base32 = new ScureBase32Plugin();

/** A QR code as a square of modules. */
export interface QrCode {
  /** Modules on each side, the quiet zone included. */
  readonly size: number;
  /** SVG path of the dark modules, one unit a module. */
  readonly path: string;
}

/** @returns the secret as people type it into an app, in groups of four */
export const secretInWords = (secret: Buffer): string => inGroups(base32.encode(secret));

/** @returns letters and digits in groups of four */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** @returns ten bytes as 16 letters and digits, none of which looks like another */
export const codeOf = (bytes: Buffer): string => base32.encode(bytes);

/**
 * @param code six digits
 * @param now  one period before and after is taken, too, for clocks that are wrong and people who type slowly
 * @returns the half minute, counted from 1970, to which the code belongs; null when it is none of the secret's
 */
export function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const verdict = verifySync({
    ...{ secret, token: code, strategy: 'totp', period: PERIOD_SECONDS },
    ...{ epoch: Math.floor(now.getTime() / 1000), epochTolerance: PERIOD_SECONDS },
  });
  return verdict.valid && 'timeStep' in verdict ? verdict.timeStep : null;
}

/** @returns what an app scans: whose account it is, and the secret */
export function qrCodeOf(secret: Buffer, issuer: string, label: string): QrCode {
  const { size, data } = encode(generateURI({ issuer, label, secret: base32.encode(secret) }), {
    border: QUIET_MODULES,
  });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return { size, path: path.join('') };
}
