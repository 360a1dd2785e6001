/** Reads server-sent events (HTML Living Standard §9.2). */
import type { FeedEventBody } from './feed.ts';
import type { InboxCountBody } from './message.ts';

export interface ReceivedEvent {
  /** `ready` says where the stream begins; `inbox`, that messages came, were read or settled. */
  kind: 'ready' | 'released' | 'removed' | 'inbox';
  /** Where to go on after this event. */
  cursor: string;
  /** Of `released` and `removed`. */
  event?: FeedEventBody;
  /** Of `inbox`. */
  inbox?: InboxCountBody;
}

/** The events of a stream, in order; comments and what is not known are passed over. */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<ReceivedEvent, void, undefined> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const bytes of stream) {
    pending += decoder.decode(bytes, { stream: true });
    const blocks = pending.split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event !== undefined) yield event;
    }
  }
}

function eventOf(block: string): ReceivedEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()] as const;
    }),
  );
  const [kind, cursor] = [fields.get('event'), fields.get('id')];
  if (cursor === undefined) return undefined;
  if (kind === 'ready') return { kind, cursor };
  if (kind === 'inbox')
    return { kind, cursor, inbox: JSON.parse(fields.get('data') ?? '{}') as InboxCountBody };
  if (kind !== 'released' && kind !== 'removed') return undefined;
  return { kind, cursor, event: JSON.parse(fields.get('data') ?? '{}') as FeedEventBody };
}
