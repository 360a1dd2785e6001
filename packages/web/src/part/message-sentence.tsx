/** What a message says, in the language of the page, as a link to what it is about. */
import { Anchor } from '@mantine/core';
import type { MessageBody } from '@entente/contract/message';
import { sentenceParts } from '@entente/contract/message-sentence';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { spoken } from '../app/language.ts';
import { Foreign } from './foreign.tsx';
import { placeOf } from './message-links.ts';
import { useTimes, type Times } from './time.ts';

type Said = Pick<MessageBody, 'kind' | 'params' | 'about'>;

export function MessageSentence({
  message,
  isStrong = false,
  onOpen,
}: {
  message: Said;
  isStrong?: boolean;
  /** Called when what it is about is opened. */
  onOpen?: () => void;
}): ReactNode {
  const { kind, about } = message;
  return (
    <Anchor
      size="sm"
      fw={isStrong ? 650 : 400}
      onClick={onOpen}
      renderRoot={(props) => <Link {...props} {...(placeOf(kind, about) as { to: '/' })} />}
    >
      <Words message={message} />
    </Anchor>
  );
}

function Words({ message: { kind, params } }: { message: Said }): ReactNode {
  const times = useTimes();
  return sentenceParts(spoken(), kind, inReadersTime(params, times)).map(({ text, place, isParameter }) =>
    isParameter ? <Foreign key={place} text={text} /> : <span key={place}>{text}</span>,
  );
}

/** Times among the parameters, which are the hub's, as the reader writes them. */
function inReadersTime({ expiry, day, ...others }: Said['params'], times: Times): Said['params'] {
  return {
    ...others,
    ...(expiry !== undefined && { expiry: times.moment(expiry.replace(' UTC', 'Z').replace(' ', 'T')) }),
    ...(day !== undefined && { day: times.day(day) }),
  };
}
