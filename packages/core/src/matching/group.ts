/**
 * The group ristretto255 (RFC 9496) and the hash beside it, as the protocol uses them. Elements are their 32 bytes, so
 * that a gateway can bring faster operations than those here, which are plain ECMAScript.
 */
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';

/** 32 bytes of an element in its one encoding. */
export type Element = Uint8Array;

export interface Group {
  /** Maps 64 uniform bytes to an element (RFC 9496 §4.3.4). */
  fromUniform: (bytes: Uint8Array) => Element;
  /** An element times a scalar that is not 0 (32 bytes, little end first, below the order). */
  multiply: (element: Element, scalar: Uint8Array) => Element;
  multiplyBase: (scalar: Uint8Array) => Element;
  add: (one: Element, other: Element) => Element;
  /** Whether these are the bytes of an element other than the identity, as what comes from outside has to be. */
  isElement: (bytes: Uint8Array) => boolean;
  /** SHA-512, of bytes into 64, in the form in which @noble/hashes has it. */
  sha512: typeof sha512;
}

const { Point } = ristretto255;
const { Fn } = Point;

const derive = (bytes: Uint8Array): InstanceType<typeof Point> => {
  const found = ristretto255_hasher.deriveToCurve?.(bytes);
  if (found === undefined) throw new Error('@noble/curves maps no bytes to ristretto255.');
  return found;
};

/** The group by @noble/curves, the hash by @noble/hashes. */
export const plainGroup: Group = {
  fromUniform: (bytes) => derive(bytes).toBytes(),
  multiply: (element, scalar) => Point.fromBytes(element).multiply(Fn.fromBytes(scalar)).toBytes(),
  multiplyBase: (scalar) => Point.BASE.multiply(Fn.fromBytes(scalar)).toBytes(),
  add: (one, other) => Point.fromBytes(one).add(Point.fromBytes(other)).toBytes(),
  isElement: (bytes) => {
    try {
      return !Point.fromBytes(bytes).is0();
    } catch {
      return false;
    }
  },
  sha512,
};
