/** A JSON value as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object. */
export interface JsonObject {
  [key: string]: Json;
}

/** A STIX 2.1 object after validation: `id` and `type` are known to be well formed (STIX 2.1 §3). */
export interface StixObject extends JsonObject {
  id: string;
  type: string;
}

/** One finding of the validator: which MUST (or SHOULD) is broken, and where. */
export interface Finding {
  /** Path of the property from the object's root, as `external_references[0].source_name`; '' is the object. */
  path: string;
  /** What is wrong and what would be right, in one sentence. */
  message: string;
}

/** The verdict on one object. `errors` are broken MUSTs, `warnings` broken SHOULDs. */
export interface Verdict {
  id: string;
  valid: boolean;
  errors: Finding[];
  warnings: Finding[];
}
