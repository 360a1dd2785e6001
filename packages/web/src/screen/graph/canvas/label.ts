/** How names, and what links say, are drawn: at rest and under the pointer. */
import type {
  EdgeLabelDrawingFunction,
  NodeHoverDrawingFunction,
  NodeLabelDrawingFunction,
} from 'sigma/rendering';
import { shortened } from '../../../record/object.ts';
import { inks, type Scheme } from './colours.ts';
import { placesFor, placesUpon, type Box, type Saying } from './name-places.ts';
import { directionOf } from './name.ts';

interface Named {
  x: number;
  y: number;
  size: number;
  label: string;
  isForced: boolean;
}

type Said = Omit<Saying, 'widths'> & { texts: string[] };

/** Widths that are remembered at most. */
const mostWidths = 5000;
/** Letters of a name at rest; under the pointer there are more. */
const mostLetters = 30;

/** Takes what sigma would write in a frame, and writes what finds room when it has it all. */
export class Names {
  private names: Named[] = [];
  private sayings: Said[] = [];
  private readonly widths = new Map<string, number>();
  private fonts = { name: '', saying: '' };

  readonly draw: NodeLabelDrawingFunction = (_context, data, { labelSize, labelFont, labelWeight }) => {
    const { x, y, size, label } = data;
    this.fonts.name = `${labelWeight} ${labelSize}px ${labelFont}`;
    if (label === null || label === '') return;
    const isForced = 'forceLabel' in data && data.forceLabel === true;
    this.names.push({ x, y, size, label: shortened(label, mostLetters), isForced });
  };

  readonly drawSaying: EdgeLabelDrawingFunction = (_context, { label }, from, to, settings) => {
    const { edgeLabelSize, edgeLabelFont, edgeLabelWeight } = settings;
    this.fonts.saying = `${edgeLabelWeight} ${edgeLabelSize}px ${edgeLabelFont}`;
    if (label === null || label === undefined || label === '') return;
    const [first = label] = label.split(' · ');
    this.sayings.push({ from, to, texts: first === label ? [label] : [label, first] });
  };

  /** @param records what nothing may cover */
  write(context: CanvasRenderingContext2D, records: readonly Box[], ground: Box, scheme: Scheme): void {
    const { names, sayings } = this;
    [this.names, this.sayings] = [[], []];
    names.sort(byWeight);
    context.font = this.fonts.name;
    const wishes = names.map((name) => ({ ...name, width: this.widthOf(name.label, context) }));
    const boxes = placesFor(wishes, records, ground);
    boxes.forEach((box, index) => writeText(context, names[index]?.label, box, scheme));
    if (sayings.length === 0) return;
    context.font = this.fonts.saying;
    const taken = [...records, ...boxes.filter((box) => box !== undefined)];
    const said = sayings.map(({ from, to, texts }) => ({
      from,
      to,
      widths: texts.map((text) => this.widthOf(text, context)),
    }));
    placesUpon(said, taken, ground).forEach((place, index) => {
      if (place !== undefined) writeText(context, sayings[index]?.texts[place.which], place.box, scheme);
    });
  }

  private widthOf(text: string, context: CanvasRenderingContext2D): number {
    const key = `${context.font} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    if (this.widths.size >= mostWidths) this.widths.clear();
    const { width } = context.measureText(text);
    this.widths.set(key, width);
    return width;
  }
}

/** What is chosen, then what is joined to most; else always in the same order. */
const byWeight = (one: Named, other: Named): number =>
  Number(other.isForced) - Number(one.isForced) ||
  other.size - one.size ||
  (one.label < other.label ? -1 : 1);

function writeText(
  context: CanvasRenderingContext2D,
  text = '',
  box: Pick<Box, 'left' | 'top' | 'bottom'> | undefined,
  scheme: Scheme,
): void {
  if (box === undefined) return;
  const [x, y] = [box.left, (box.top + box.bottom) / 2 + 4];
  context.direction = directionOf(text);
  context.textAlign = 'left';
  // A rim of the ground keeps names legible over edges.
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = inks[scheme].ground;
  context.strokeText(text, x, y);
  context.fillStyle = inks[scheme].text;
  context.fillText(text, x, y);
}

/** Under the pointer: the name on a ground of its own. */
export const drawHover =
  (scheme: Scheme): NodeHoverDrawingFunction =>
  (context, data, { labelSize, labelFont }) => {
    context.font = `600 ${labelSize}px ${labelFont}`;
    const { x, y, size, label } = data;
    ring(context, x, y, size + 2, inks[scheme].mark, 2);
    if (typeof label !== 'string' || label === '') return;
    context.fillStyle = inks[scheme].ground;
    context.fillRect(x + size, y - labelSize, context.measureText(label).width + 10, labelSize * 2);
    writeText(context, label, { left: x + size + 4, top: y, bottom: y }, scheme);
  };

export function ring(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
  width: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}
