/** One-time codes by time (RFC 6238): six digits, thirty seconds, one step to either side. */
import { HOTP, Secret, TOTP } from 'otpauth';
import type { World } from '../../cell.ts';

const period = 30;

/** A secret of 160 bits (RFC 4226 §4, R6), in base32. */
export const makeTotpSecret = (world: World): string =>
  new Secret({ buffer: new Uint8Array(world.random(20)).buffer }).base32;

/** The address that authenticator applications read from a QR code. */
export const totpAddress = (secret: string, login: string, issuer: string): string =>
  new TOTP({ issuer, label: login, secret: Secret.fromBase32(secret), period }).toString();

/**
 * The step whose code this is; `undefined` where it is none of the three around this moment.
 * @param at microseconds
 */
export function stepOf(secret: string, code: string, at: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const step = Math.floor(at / 1_000_000 / period);
  const delta = HOTP.validate({ token, secret: Secret.fromBase32(secret), counter: step, window: 1 });
  return delta === null ? undefined : step + delta;
}
