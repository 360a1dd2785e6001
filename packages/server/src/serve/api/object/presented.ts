/** Lists of objects as answers: what the presenter emits, and the record that it was given. */
import type { Question, SeenInView, View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';
import { givenVersion } from '../../given.ts';
import { entryText } from './entry.ts';

/** One answer in the making. */
export class Desk {
  private readonly ports: Ports;
  private readonly caller: Caller;
  private readonly view: View;
  private readonly given: SeenInView[] = [];
  private opened: string | undefined;

  constructor(ports: Ports, caller: Caller, view: View) {
    this.ports = ports;
    this.caller = caller;
    this.view = view;
  }

  /** An entry as JSON text; `undefined` where the presenter withholds the object. */
  entry(seen: SeenInView): string | undefined {
    const text = entryText(seen, this.view, this.ports.presenter);
    if (text !== undefined) this.given.push(seen);
    return text;
  }

  /** The form of a version as JSON text, which is looked into here and not given; `undefined` where it is withheld. */
  form(seen: SeenInView): string | undefined {
    return this.ports.presenter.text(seen, this.view.reader);
  }

  /** Entries as JSON text, without what the presenter withholds. */
  entries(seen: readonly SeenInView[]): string[] {
    return seen.map((one) => this.entry(one)).filter((text) => text !== undefined);
  }

  /**
   * Notes that a record was opened: asked for by its id, and found. Contributors who can say by themselves that the
   * reader has theirs are told (docs/adr/0015), so nothing that a view decides may come in between.
   */
  open(object: string): void {
    this.opened = object;
  }

  /** Records what was given, once the answer is whole. */
  record(route: string): void {
    this.ports.recordRead(this.caller, {
      route,
      at: this.view.reader.at,
      given: this.given.map(givenVersion),
      ...(this.opened === undefined ? {} : { opened: { object: this.opened, change: this.view.change } }),
    });
  }
}

/**
 * Reads the caller's view and records what of it was given.
 * @param ahead what the work is known to ask first
 */
export function atDesk<Result>(
  ports: Ports,
  caller: Caller,
  route: string,
  work: (desk: Desk, view: View) => Promise<Result>,
  ahead?: Question,
): Promise<Result> {
  const read = async (view: View): Promise<Result> => {
    const desk = new Desk(ports, caller, view);
    const result = await work(desk, view);
    desk.record(route);
    return result;
  };
  return ports.view(caller, read, ahead);
}
