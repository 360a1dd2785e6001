/** What was asked here last, kept while one looks at a record, and forgotten with the account. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export function useKept<Value>(name: string, fresh: Value): [Value, (value: Value) => void] {
  const client = useQueryClient();
  const key = ['screening', 'kept', name];
  const [value, setValue] = useState(() => client.getQueryData<Value>(key) ?? fresh);
  return [
    value,
    (next) => {
      setValue(next);
      client.setQueryData(key, next);
    },
  ];
}
