/** Where what a message is about is shown, by kind: a new kind gets a line here. */
import type { MessageKind } from '@entente/core/message/kinds';
import { linkOptions, type LinkProps } from '@tanstack/react-router';

export type MessagePlace = Pick<LinkProps, 'to' | 'params' | 'search'>;

const settings = (tab: string): MessagePlace => linkOptions({ to: '/settings', search: { tab } });

const request = (id: string): MessagePlace => linkOptions({ to: '/requests/$id', params: { id } });
const decision = (id: string): MessagePlace => linkOptions({ to: '/decisions/$id', params: { id } });
const consent = (id: string): MessagePlace => linkOptions({ to: '/consent', search: { request: id } });
const protection = (tab: string): MessagePlace => linkOptions({ to: '/protection', search: { tab } });

const matching = (id: string): MessagePlace => linkOptions({ to: '/matching/$id', params: { id } });

const places: Record<MessageKind, (about: string) => MessagePlace> = {
  'label-waits': () => settings('proposals'),
  'request-asked': request,
  'request-reminder': request,
  'request-expired': request,
  'request-acknowledged': request,
  'request-answered': request,
  'request-refused': request,
  'device-new': () => settings('sessions'),
  'recovery-used': () => settings('accounts'),
  'mail-stopped': () => settings('accounts'),
  'webhook-stopped': () => settings('notices'),
  'decision-tabled': decision,
  'decision-for-note': decision,
  'decision-revised': decision,
  'decision-reminder': decision,
  'decision-extended': decision,
  'decision-broken': decision,
  'decision-adopted': decision,
  'decision-noted': decision,
  'decision-issued': decision,
  'decision-ended': decision,
  'consent-waits': consent,
  'consent-asked': consent,
  'consent-expiring': consent,
  'consent-taken-back': consent,
  'consent-given': consent,
  'consent-refused': consent,
  'consent-withdrawn': consent,
  'consent-in-force': consent,
  'consent-expired': consent,
  'matching-proposed': matching,
  'matching-accepted': matching,
  'matching-ended': matching,
  'matching-departed': matching,
  'matching-rests': matching,
  'matching-resumed': matching,
  'matching-answered': matching,
  'matching-refused': matching,
  'recall-told': () => protection('recalls'),
  'recall-reminder': () => protection('recalls'),
  'review-due': () => protection('reviews'),
  'review-overdue': () => protection('reviews'),
  'subject-deadline': (id) => linkOptions({ to: '/protection', search: { tab: 'subjects', request: id } }),
};

/** The page of what a message is about. */
export const placeOf = (kind: MessageKind, about: string): MessagePlace => places[kind](about);
