/** Where the examiner's thread begins. */
import { parentPort } from 'node:worker_threads';
import { serveExaminer } from './examiner.ts';

if (parentPort === null) throw new Error('this file is the beginning of a thread');
await serveExaminer(parentPort);
parentPort.close();
