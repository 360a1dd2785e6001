/** How screening is asked for an object. */
export { askedFor } from '@entente/core/names/asked';
