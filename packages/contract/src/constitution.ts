/** What the cell has laid down for deciding: working days, whether it is founded, and what may become public. */
import { z } from 'zod';
import { objectId, recordId, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export const calendar = z
  .strictObject({
    offset: z.number().int().min(-840).max(840).describe('Minutes that the host’s clocks are ahead of UTC.'),
    weekend: z.array(z.number().int().min(0).max(6)).max(6).describe('Days of rest; 0 is Sunday.'),
    holidays: z.array(z.string().max(10)).max(500).describe('As YYYY-MM-DD.'),
  })
  .meta({ title: 'WorkingCalendar' });

export const constitution = z
  .object({
    constituted: timestamp.nullable().describe('Since when decisions alone change who belongs; null before.'),
    shortest: z.number().describe('The shortest silence, in seconds.'),
  })
  .meta({ title: 'Constitution' });

const ofCell = { tag: 'decisions', kind: 'no-member-data' } as const;
export const cellOperations = {
  calendar: operation({
    ...ofCell,
    method: 'GET',
    scope: 'read',
    path: '/cell/calendar',
    summary: 'Working days, by which an expiry moves',
    answer: calendar,
  }),
  setCalendar: operation({
    ...ofCell,
    method: 'PUT',
    scope: 'admin',
    status: 204,
    path: '/cell/calendar',
    summary: 'Set working days for silences that are yet to come (secretary of the cell)',
    body: calendar,
  }),
  constitution: operation({
    ...ofCell,
    method: 'GET',
    scope: 'read',
    path: '/cell/constitution',
    summary: 'Whether decisions alone change who belongs to the cell',
    answer: constitution,
  }),
  constitute: operation({
    ...ofCell,
    method: 'POST',
    scope: 'admin',
    status: 204,
    path: '/cell/constitution',
    summary:
      'End the founding: from now on decisions alone admit members and change rosters (secretary of the cell)',
    description: 'It is never taken back.',
    body: z.strictObject({
      shortest: z
        .number()
        .int()
        .min(1)
        .max(31_536_000)
        .default(86_400)
        .describe('The shortest silence, in seconds.'),
    }),
  }),
  publicOffers: operation({
    ...ofCell,
    method: 'GET',
    kind: 'member-data',
    scope: 'read',
    path: '/public-offers',
    summary:
      'What your member offers for release to the public by decision; all of it to the secretary of the cell',
    query: pageQuery,
    answer: pageOf(z.object({ contributor: recordId, object: objectId, at: timestamp })),
  }),
  offerToPublic: operation({
    ...ofCell,
    method: 'PUT',
    scope: 'label',
    status: 204,
    path: '/public-offers/{id}',
    summary: 'Offer an object of your own for release to the public by decision (release officer)',
    params: z.object({ id: objectId }),
  }),
  takeOfferBack: operation({
    ...ofCell,
    method: 'DELETE',
    scope: 'label',
    status: 204,
    path: '/public-offers/{id}',
    summary: 'Take such an offer back: what is not adopted yet is then not released (release officer)',
    params: z.object({ id: objectId }),
  }),
};
