import { messageKinds, type MessageKind } from '@entente/core/message/kinds';
import { screens } from '@entente/contract/screens';
import { expect, test } from 'vitest';
import { placeOf } from './message-links.ts';

const kinds = Object.keys(messageKinds) as MessageKind[];
const about = 'x-entente-request--6f1a0d2e-4c55-4a0e-9a53-0d1d9e3a7b11';

test.each(kinds)('a message %s leads to a screen that there is', (kind) => {
  const [, screen] = String(placeOf(kind, about).to).split('/');
  expect(screens).toContain(screen);
});

test('what is about one request, decision, consent or agreement leads to it, not to a list', () => {
  const ofOne = kinds.filter((kind) => /^(?:request|decision|consent|matching|subject)-/.test(kind));
  expect(ofOne.filter((kind) => !JSON.stringify(placeOf(kind, about)).includes(about))).toEqual([]);
});
