/**
 * An operation of the API: one definition from which route, validation, OpenAPI and client come.
 * Paths are under `/api/v1`; parameters of a path are written `{name}`.
 */
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What an account must be allowed; the same words as in a token. */
export type OperationScope = 'read' | 'write' | 'label' | 'admin';

export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Whether it is called before signing in. */
  readonly open?: boolean;
  /** Left out where every signed-in account may call. */
  readonly scope?: OperationScope;
  /** Whether the answer depends on what members put in: then the tests of non-interference play it. */
  readonly kind: 'member-data' | 'no-member-data';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Whether the body is a file, sent as it is. */
  readonly upload?: boolean;
  /** Left out where nothing (204) or a stream is answered. */
  readonly answer?: z.ZodType;
  /** 200 where it is left out. */
  readonly status?: 200 | 201 | 204;
  /** Media type of a stream; JSON where it is left out. */
  readonly media?: string;
}

/** Keeps the exact type of a definition. */
export const operation = <const Definition extends Operation>(definition: Definition): Definition =>
  definition;

type Given<Shape> = Shape extends z.ZodType ? z.output<Shape> : Record<never, never>;
type Asked<Shape> = Shape extends z.ZodType ? z.input<Shape> : Record<never, never>;

export type ParamsOf<One extends Operation> = Given<One['params']>;
export type QueryOf<One extends Operation> = Given<One['query']>;
export type BodyOf<One extends Operation> = Given<One['body']>;

/** What a caller gives: path, query and body in one object; their names never clash. */
export type InputOf<One extends Operation> = Asked<One['params']> & Asked<One['query']> & Asked<One['body']>;
export type AnswerOf<One extends Operation> = One['answer'] extends z.ZodType
  ? z.output<One['answer']>
  : undefined;
