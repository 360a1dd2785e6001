/** What this account began to write on this device, and has not given to the cell. */
export interface KeptDraft {
  key: string;
  kind: 'report' | 'record' | 'request' | 'answer';
  /** The record that it is about, where there is one already. */
  about: string | undefined;
  /** When it was kept, where that is known. */
  at: string | undefined;
}

const beginnings = { report: 'entente.report.', record: 'entente.draft.' } as const;

/** What is written in the screens of requests is kept like a draft of a record. */
const asked = ['request', 'answer'] as const;

const isObjectId = (text: string): boolean => /^[a-z][a-z0-9-]+--[0-9a-f-]{36}$/.test(text);

/** Every draft of an account, the last one first. */
export function keptDrafts(account: string, storage: Storage = localStorage): KeptDraft[] {
  const keys = Array.from({ length: storage.length }, (_none, place) => storage.key(place) ?? '');
  return keys
    .flatMap((key) => {
      for (const kind of ['report', 'record'] as const) {
        const mine = `${beginnings[kind]}${account}.`;
        if (!key.startsWith(mine)) continue;
        const [name, ...rest] = key.slice(mine.length).split('.');
        const about = [name, ...rest].find((one) => one !== undefined && isObjectId(one));
        const asking = kind === 'record' ? asked.find((one) => one === name) : undefined;
        return [{ key, kind: asking ?? kind, about, at: momentIn(storage.getItem(key)) }];
      }
      return [];
    })
    .sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1));
}

/** What cannot be read is a draft all the same: the screen that wrote it says so. */
function momentIn(text: string | null): string | undefined {
  const found = /"at":"([^"]+)"/.exec(text ?? '');
  return found?.[1];
}
