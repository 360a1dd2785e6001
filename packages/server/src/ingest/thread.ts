/** Where an examiner's thread begins: it examines one file after another, each told over a port of its own. */
import { parentPort, type MessagePort } from 'node:worker_threads';
import { serveExaminer } from './examiner.ts';

if (parentPort === null) throw new Error('this file is the beginning of a thread');
for await (const file of portsFrom(parentPort)) {
  await serveExaminer(file);
  file.close();
}

async function* portsFrom(parent: MessagePort): AsyncGenerator<MessagePort> {
  const waiting: MessagePort[] = [];
  let wake = (): void => undefined;
  parent.on('message', (port: MessagePort) => {
    waiting.push(port);
    wake();
  });
  for (;;) {
    const port = waiting.shift();
    if (port !== undefined) yield port;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}
