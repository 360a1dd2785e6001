/** Where a thread begins that evaluates: it gets one piece of texts after another, and gives their outputs. */
import { parentPort, workerData } from 'node:worker_threads';
import { outputsOf } from '@entente/core/matching/epoch';
import type { KeyPair } from '@entente/core/matching/oprf';
import { fastGroup } from './fast-group.ts';

if (parentPort === null) throw new Error('this file is the beginning of a thread');
const port = parentPort;
const key = workerData as KeyPair;
// Pieces that come before wait: a port keeps its messages until somebody listens.
const group = await fastGroup();
port.on('message', (texts: string[]) => port.postMessage(Buffer.concat(outputsOf(group, key, texts))));
