/** Requests: boards, one with its answers, and the acts of those who ask and answer. */
import type { FastifyInstance } from 'fastify';
import { requestOperations as operations } from '@entente/contract/request';
import { Failure } from '@entente/core/failure';
import type { Ports } from '../../ports.ts';
import { partsOf } from '../contribution/label-parts.ts';
import { JsonText } from '../json-text.ts';
import { pagingOf } from '../paging.ts';
import { atDesk } from '../object/presented.ts';
import { findObjects } from '../object/entry.ts';
import { nothing, route } from '../route.ts';
import { boardPage, placeOf } from './board.ts';
import { itemsOf, standingsOf } from './item.ts';
import { micros } from '../time.ts';

export function requestRoutes(api: FastifyInstance, ports: Ports): void {
  const { requests } = ports;
  route(api, operations.requests, ({ caller, query }) => {
    const { board, state } = query;
    const paging = pagingOf(ports, caller, ['requests', board, state ?? null], query);
    const wanted = { board, states: state?.split(',') };
    return atDesk(ports, caller, 'requests', async (desk, view) => {
      const { items, hasMore } = await boardPage(view, wanted, placeOf(paging.position), paging.limit);
      const texts = await itemsOf(desk, view, items);
      const last = items.at(-1)?.row;
      const next = hasMore && last !== undefined ? paging.next([last.due, last.id]) : undefined;
      return JsonText.page(texts, next);
    });
  });
  route(api, operations.request, ({ caller, params: { id } }) =>
    atDesk(ports, caller, 'request', async (desk, view) => {
      const row = await view.requests.find(id);
      const [text] = row === undefined ? [] : await itemsOf(desk, view, [standingsOf(view, row)]);
      if (text === undefined) throw new Failure('not-found', 'There is no such request.');
      const answers = await findObjects(view, await view.requests.answers(id));
      const entries = desk.entries(answers.map(({ served }) => served));
      return new JsonText(`${text.slice(0, -1)},"answers":[${entries.join(',')}]}`);
    }),
  );
  route(api, operations.askRequest, ({ caller, body }) => {
    const { label, tellAddressees, by, ...asked } = body;
    const question = { ...asked, by: micros(by), isOpen: tellAddressees };
    return requests.ask(caller, question, label === undefined ? {} : partsOf(label));
  });
  route(api, operations.answerRequest, ({ caller, params: { id }, body: { label, ...reply } }) =>
    requests.answer(caller, id, reply, label === undefined ? {} : partsOf(label)),
  );
  route(api, operations.acknowledgeRequest, ({ caller, params: { id } }) =>
    nothing(requests.say(caller, id, 'acknowledged')),
  );
  route(api, operations.declineRequest, ({ caller, params: { id }, body: { reason } }) =>
    nothing(requests.say(caller, id, 'declined', reason)),
  );
  route(api, operations.stateNothingHeld, ({ caller, params: { id }, body: { reason } }) =>
    nothing(requests.say(caller, id, 'nothing-held', reason)),
  );
  route(api, operations.closeRequest, ({ caller, params: { id } }) => nothing(requests.close(caller, id)));
}
