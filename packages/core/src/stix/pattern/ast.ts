/**
 * The syntax tree of a STIX pattern (STIX 2.1 §9). Chains of one operator are one node with all its operands,
 * so a long chain does not make a deep tree; every list keeps the order of the text.
 */

/** A literal of a comparison (§9.2.1). */
export type Literal =
  | { kind: 'string'; value: string }
  | { kind: 'integer'; value: number; text: string }
  | { kind: 'float'; value: number; text: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'hex'; value: string }
  | { kind: 'binary'; value: string }
  | { kind: 'timestamp'; value: string };

/** One step of an object path (§9.7): `.name`, `[2]` or `[*]`. */
export type PathStep = { kind: 'key'; name: string } | { kind: 'index'; index: number } | { kind: 'any' };

/** `file:hashes.'SHA-256'`: object type `file`, steps `hashes` and `SHA-256`. There is at least one step. */
export interface ObjectPath {
  objectType: string;
  steps: readonly PathStep[];
}

/** Comparison operators (§9.6.1). `==` is read as `=`, `<>` as `!=`. */
export type ComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'IN' | 'LIKE' | 'MATCHES' | 'ISSUBSET' | 'ISSUPERSET';

/** `path [NOT] operator value`; `values` has one literal, except after IN, where it may have any number. */
export interface Comparison {
  kind: 'comparison';
  path: ObjectPath;
  negated: boolean;
  operator: ComparisonOperator;
  values: readonly Literal[];
}

/** `EXISTS path` (§9.6.1). */
export interface Existence {
  kind: 'exists';
  path: ObjectPath;
}

/** A chain of comparisons joined by one operator; AND binds more tightly than OR (§9.5). */
export interface ComparisonChain {
  kind: 'and' | 'or';
  operands: readonly ComparisonExpression[];
}

export type ComparisonExpression = Comparison | Existence | ComparisonChain;

/** A qualifier of an observation expression (§9.4.1). Seconds may be a fraction; times are RFC 3339 in UTC. */
export type Qualifier =
  | { kind: 'within'; seconds: number }
  | { kind: 'repeats'; times: number }
  | { kind: 'startStop'; start: string; stop: string };

/** `[ … ]` with its qualifiers. */
export interface Observation {
  kind: 'observation';
  comparison: ComparisonExpression;
  qualifiers: readonly Qualifier[];
}

/** `( … )` with its qualifiers. */
export interface ObservationGroup {
  kind: 'group';
  expression: ObservationExpression;
  qualifiers: readonly Qualifier[];
}

/** A chain of observations; AND binds most tightly, then OR, then FOLLOWEDBY (§9.4.2). */
export interface ObservationChain {
  kind: 'and' | 'or' | 'followedBy';
  operands: readonly ObservationExpression[];
}

export type ObservationExpression = Observation | ObservationGroup | ObservationChain;

/** A whole pattern. */
export type PatternExpression = ObservationExpression;
