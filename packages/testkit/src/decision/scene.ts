/** Decisions on a server with three members: what the secretary tables, and time that runs out. */
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { alba, borea, corda, json, startScene, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

export const second = 1_000_000;

export interface Decided {
  id: string;
  state: string;
  version: number;
  expiry: string | null;
  digest: string;
  electors: string[];
  informed: string[];
  seen: string[];
  objectors: string[];
  notedBy: string[];
  reservations: number;
  outcome: string | null;
  reason: string | null;
  issued: string | null;
  voice: boolean;
  text: { en: string; fr: string };
  steps: { kind: string; member: string | null; text: string | null; at: string; version: number }[];
  versions: { version: number; text: { en: string } }[];
}

export interface DecisionScene extends Scene {
  asSecretary(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Drafts a text and gives its id. */
  draft(text?: object): Promise<string>;
  /** Drafts and tables a text that ends in so many seconds. */
  table(text?: object, seconds?: number): Promise<string>;
  /** Has time pass, in seconds, and what is due happen. */
  pass(seconds: number): Promise<void>;
  decision(member: string, id: string): Promise<Decided>;
  act(member: string, id: string, act: string, body?: object): Promise<LightMyRequestResponse>;
  secretaryAct(id: string, act: string, body?: object): Promise<LightMyRequestResponse>;
  /** A moment so many seconds ahead, as it is written. */
  ahead(seconds: number): string;
}

export const accession = (community: string, entry: string) => ({
  title: { en: 'Accession', fr: 'Adhésion' },
  text: { en: 'It enters.', fr: 'Il entre.' },
  effect: { kind: 'roster', community, enter: [{ entry }] },
  community,
});
export const communique = {
  title: { en: 'Communiqué', fr: 'Communiqué' },
  text: { en: 'The cell has met.', fr: 'La cellule s’est réunie.' },
  effect: { kind: 'communique' },
};

/** Alba hosts; its secretary is an account apart, and so is one that is a release officer as well. */
export async function startDecisionScene(): Promise<DecisionScene> {
  const secretary = {
    ...callerOf(alba),
    account: 'secretary of the cell',
    roles: new Set(['secretary'] as const),
    scopes: new Set(['read', 'admin'] as const),
  };
  const colleague = { ...callerOf(borea), account: 'another of Borea' };
  const analyst = { ...callerOf(borea), account: 'analyst of Borea', roles: new Set(['analyst'] as const) };
  const both = {
    ...secretary,
    account: 'officer and secretary',
    roles: new Set(['release-officer', 'secretary'] as const),
  };
  const callers = new Map([
    ['secretary', secretary],
    ['both', both],
    ['colleague', colleague],
    ['analyst', analyst],
  ] as const);
  return decisionScene(await startScene({ host: alba, callers }));
}

function decisionScene(scene: Scene): DecisionScene {
  const as = (token: string, request: InjectOptions) =>
    scene.call('', { ...request, headers: { authorization: `Bearer ${token}` } });
  const asSecretary = (request: InjectOptions) => as('secretary', request);
  const ahead = (seconds: number): string => formatTimestamp(scene.world.at + seconds * second);
  const secretaryAct = (id: string, act: string, body?: object) =>
    asSecretary({ method: 'POST', url: `/api/v1/decisions/${id}/${act}`, ...(body && { payload: body }) });
  const draft = async (text: object = communique): Promise<string> => {
    const made = await asSecretary({ method: 'POST', url: '/api/v1/decisions', payload: text });
    if (made.statusCode !== 201) throw new Error(made.body);
    return json<{ id: string }>(made.body).id;
  };
  return {
    ...scene,
    asSecretary,
    draft,
    ahead,
    secretaryAct,
    async table(text, seconds = 60) {
      const id = await draft(text);
      const tabled = await secretaryAct(id, 'table', { expiry: ahead(seconds) });
      if (tabled.statusCode !== 204) throw new Error(tabled.body);
      return id;
    },
    async pass(seconds) {
      scene.world.at += seconds * second;
      await scene.cell.settle();
    },
    async decision(member, id) {
      const url = `/api/v1/decisions/${id}`;
      const answer = await (member === 'secretary'
        ? asSecretary({ method: 'GET', url })
        : scene.get(member, url));
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return json<Decided>(answer.body);
    },
    act: (member, id, act, body) => {
      const request = {
        method: 'POST',
        url: `/api/v1/decisions/${id}/${act}`,
        ...(body && { payload: body }),
      } as const;
      return [alba, borea, corda].includes(member) ? scene.call(member, request) : as(member, request);
    },
  };
}
