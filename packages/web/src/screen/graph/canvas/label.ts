/** How names are drawn, at rest and under the pointer. */
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { inks, type Scheme } from './colours.ts';
import { directionOf } from './name.ts';

interface Drawn {
  x: number;
  y: number;
  size: number;
  label: string | null;
}

function write(context: CanvasRenderingContext2D, { x, y, size, label }: Drawn, scheme: Scheme): void {
  if (label === null || label === '') return;
  context.direction = directionOf(label);
  context.textAlign = 'left';
  // A rim of the ground keeps names legible over edges.
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = inks[scheme].ground;
  context.strokeText(label, x + size + 4, y + 4);
  context.fillStyle = inks[scheme].text;
  context.fillText(label, x + size + 4, y + 4);
}

export const drawLabel =
  (scheme: Scheme): NodeLabelDrawingFunction =>
  (context, data, { labelSize, labelFont, labelWeight }) => {
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    write(context, data, scheme);
  };

/** Under the pointer: the name on a ground of its own. */
export const drawHover =
  (scheme: Scheme): NodeHoverDrawingFunction =>
  (context, data, { labelSize, labelFont }) => {
    context.font = `600 ${labelSize}px ${labelFont}`;
    const { x, y, size, label } = data;
    if (typeof label === 'string' && label !== '') {
      context.fillStyle = inks[scheme].ground;
      context.fillRect(x + size, y - labelSize, context.measureText(label).width + 10, labelSize * 2);
    }
    ring(context, x, y, size + 2, inks[scheme].mark, 2);
    write(context, data, scheme);
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
