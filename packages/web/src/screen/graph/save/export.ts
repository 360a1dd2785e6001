/** The graph as a picture that says whose view it shows and under which marking; and handing over what leaves. */
import type Sigma from 'sigma';
import { inks, type Scheme } from '../canvas/colours.ts';
import { directionOf } from '../canvas/name.ts';
import type { Stamp } from './bundle.ts';

const margin = 16;
const lineHeight = 20;

/** The drawing as it stands, over a band with marking, member, account and time. */
export function pictureOf(sigma: Sigma, { marking, view }: Stamp, scheme: Scheme): Promise<Blob> {
  const { width, height } = sigma.getDimensions();
  const { pixelRatio } = sigma.getRenderParams();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const font = sigma.getSetting('labelFont');
  context.font = `600 13px ${font}`;
  const lines = [
    ...wrapped(context, marking, width - 2 * margin),
    ...wrapped(context, view, width - 2 * margin),
  ];
  const band = lines.length * lineHeight + 2 * margin;
  canvas.width = width * pixelRatio;
  canvas.height = (height + band) * pixelRatio;
  const { ground, text, edge } = inks[scheme];
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // What WebGL drew can be read until the browser shows it, so it is drawn anew at once.
  sigma.refresh();
  for (const layer of sigma.getContainer().querySelectorAll('canvas')) {
    if (layer.width > 0 && !layer.classList.contains('sigma-mouse')) {
      context.drawImage(layer, 0, 0, width * pixelRatio, height * pixelRatio);
    }
  }
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.fillStyle = edge;
  context.fillRect(0, height, width, 1);
  context.fillStyle = text;
  context.font = `600 13px ${font}`;
  lines.forEach((line, index) => {
    context.direction = directionOf(line);
    context.textAlign = 'left';
    context.fillText(line, margin, height + margin + lineHeight * (index + 0.7));
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Hands a file to the browser. */
export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
