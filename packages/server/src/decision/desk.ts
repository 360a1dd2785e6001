/** Everything about decisions of one cell: the acts, and the hub's duty that lets time run out. */
import type { HostReader } from '../account/first-start.ts';
import { constitutionActs, type ConstitutionActs } from '../acts/constitution.ts';
import { decisionActs, type DecisionActs } from '../acts/decisions.ts';
import type { Cell } from '../cell.ts';
import { decisionDuty } from './duty.ts';
import { Reception } from './reception.ts';
import type { DecisionScene } from './scene.ts';

export interface DecisionDesk {
  readonly decisions: DecisionActs;
  readonly constitution: ConstitutionActs;
}

/** Called once for a cell: the acts and the duty wait for each other. */
export function openDecisionDesk(cell: Cell, isHost: HostReader): DecisionDesk {
  const scene: DecisionScene = { cell, reception: new Reception(), isHost };
  cell.duty(decisionDuty(scene));
  return { decisions: decisionActs(scene), constitution: constitutionActs(scene) };
}
