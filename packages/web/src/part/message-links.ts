/** Where what a message is about is shown, by kind: a new kind gets a line here. */
import type { MessageKind } from '@entente/core/message/kinds';
import { linkOptions, type LinkProps } from '@tanstack/react-router';

export type MessagePlace = Pick<LinkProps, 'to' | 'params' | 'search'>;

const settings = (tab: string): MessagePlace => linkOptions({ to: '/settings', search: { tab } });

/** Kinds that are about an object need none: it has its record. */
const places: Partial<Record<MessageKind, (about: string) => MessagePlace>> = {
  'label-waits': () => settings('proposals'),
  'device-new': () => settings('sessions'),
  'recovery-used': () => settings('accounts'),
  'mail-stopped': () => settings('accounts'),
  'webhook-stopped': () => settings('notices'),
};

const object = /^[a-z][a-z0-9-]+--[0-9a-f-]{36}$/;

/** The page of what a message is about; `undefined` where it has none. */
export const placeOf = (kind: MessageKind, about: string): MessagePlace | undefined =>
  places[kind]?.(about) ??
  (object.test(about) ? linkOptions({ to: '/record/$id', params: { id: about } }) : undefined);
