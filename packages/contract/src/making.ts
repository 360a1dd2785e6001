/** What it takes to make objects as the cell makes them: ids, countries, scripts, and whether they are valid. */
export { countryCode } from '@entente/core/extension/countries';
export { canonical } from '@entente/core/stix/canonical';
export { deterministicId, uuidV5 } from '@entente/core/stix/deterministic';
export { validateObject } from '@entente/core/stix/validate';
export { checkExtension } from '@entente/core/extension/definitions';
export { scriptOf } from '@entente/core/unlist/script';
