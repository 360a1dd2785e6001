/** Review of the member's own records: rules, what is due, confirmation. */
import type { FastifyInstance } from 'fastify';
import { reviewOperations as operations, type ReviewRuleBody } from '@entente/contract/review';
import type { DueRow } from '../../../acts/reviews.ts';
import type { Ports } from '../../ports.ts';
import { pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { pageOfRows, orNull } from '../rows.ts';
import { micros, timeText } from '../time.ts';

const day = 86_400 * 1_000_000;

export function reviewRoutes(api: FastifyInstance, ports: Ports): void {
  const { reviews } = ports;
  route(api, operations.reviewRules, async ({ caller }) => ({
    items: (await reviews.rules(caller)) as ReviewRuleBody[],
  }));
  route(api, operations.setReviewRule, ({ caller, params, body }) =>
    nothing(reviews.setRule(caller, { ...params, ...body })),
  );
  route(api, operations.removeReviewRule, ({ caller, params }) =>
    nothing(reviews.removeRule(caller, params)),
  );
  route(api, operations.reviews, async ({ caller, query }) => {
    const now = ports.now();
    const paging = pagingOf(ports, caller, ['reviews', query.within], query);
    const after = paging.position as { review: number; object: string } | undefined;
    const before = now + query.within * day + 1;
    const rows = await reviews.due(caller, before, { after, limit: paging.limit + 1 });
    return pageOfRows(
      rows,
      paging,
      (row) => dueOf(row, now),
      ({ review, object }) => ({ review, object }),
    );
  });
  route(api, operations.confirmReviews, async ({ caller, body: { objects, review, reason } }) => ({
    confirmed: await reviews.confirm(caller, { objects, review: micros(review), reason }),
  }));
  route(api, operations.confirmations, async ({ caller, params: { id } }) => ({
    items: (await reviews.confirmations(caller, id)).map(({ at, account, reason, review }) => ({
      at: timeText(at),
      account,
      reason,
      review: timeText(review),
    })),
  }));
}

const dueOf = ({ object, review, until }: DueRow, now: number) => ({
  object,
  review: timeText(review),
  until: orNull(until),
  overdue: review <= now,
  withheld: until !== null && until <= now,
});
