/** What goes into the blind function: keys of persons, beacons, and what fills a batch up. */
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Inputs of keys are of this protocol alone. */
export const inputOf = (text: string): Uint8Array => utf8ToBytes(`entente/matching/v1|${text}`);

/**
 * Texts that every set holds and every run asks for: a set that was made with another key than the one that is proved,
 * or from which much was taken, lacks some.
 */
export const beacons: readonly string[] = Array.from({ length: 8 }, (_none, index) => `beacon|${index}`);

/** A text that nobody has. */
export const decoyOf = (random: Uint8Array): string => `decoy|${bytesToHex(random)}`;
