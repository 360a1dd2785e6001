import type { Json } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import type { Queryable } from '@entente/store/database/queryable';
import type { Asker } from '@entente/store/decision/types';
import type { HostReader } from '../account/first-start.ts';
import { actsAs, requireSecretary } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { Reception } from './reception.ts';

/** What acts upon decisions and the hub's duty have in common. */
export interface DecisionScene {
  readonly cell: Cell;
  readonly reception: Reception;
  readonly isHost: HostReader;
}

/** As whom the caller asks for decisions. @param client the act's own, within one */
export async function askerOf({ isHost }: DecisionScene, caller: Caller, client?: Queryable): Promise<Asker> {
  const isSecretary = actsAs(caller, 'secretary', 'read') && (await isHost(caller.member, client));
  return { member: caller.member, isSecretary };
}

/** An act of the secretary. */
export async function actAsSecretary<Result>(
  scene: DecisionScene,
  caller: Caller,
  kind: string,
  body: Json,
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  await requireSecretary(caller, scene.isHost);
  return scene.cell.act(caller, kind, body, work);
}
