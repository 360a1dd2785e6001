/** What is being written, kept on this device until the cell has taken it or it is thrown away. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../../app/questions.ts';

interface Kept<Value> {
  at: string;
  value: Value;
}

export interface Draft<Value> {
  value: Value;
  /** When what was taken up again was last written; nothing where one began anew. */
  since: string | undefined;
  isChanged: boolean;
  change: (value: Value) => void;
  /** Throws away what was written, and begins with something else. */
  beginWith: (value: Value) => void;
  /** After the cell has taken it. */
  forget: () => void;
}

/** @param name tells it from other drafts of the same account */
export function useDraft<Value>(name: string, fresh: Value): Draft<Value> {
  const { data: me } = useQuery(meQuery);
  const key = `entente.draft.${me?.account}.${name}`;
  const [kept] = useState(() => readKept<Value>(key));
  const [since, setSince] = useState(kept?.at);
  const [value, setValue] = useState(kept?.value ?? fresh);
  const [isChanged, setChanged] = useState(kept !== undefined);
  const forget = (): void => localStorage.removeItem(key);
  return {
    value,
    since,
    isChanged,
    change(next) {
      setValue(next);
      setChanged(true);
      localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), value: next }));
    },
    beginWith(next) {
      forget();
      setSince(undefined);
      setChanged(false);
      setValue(next);
    },
    forget,
  };
}

function readKept<Value>(key: string): Kept<Value> | undefined {
  const text = localStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as Kept<Value>);
}
