import type { Migration } from '../database/migrate.ts';
import { cell } from './001-cell.ts';
import { walls } from './002-walls.ts';
import { taxiiStatus } from './003-taxii-status.ts';
import { accounts } from './004-accounts.ts';
import { memberPolicy } from './005-member-policy.ts';
import { notices } from './006-notices.ts';
import { reads } from './007-reads.ts';
import { readings } from './009-readings.ts';

/** Every migration, in order. A released one never changes. */
export const migrations: readonly Migration[] = [
  {
    name: '001-cell',
    up: async (client) => {
      await client.query(cell);
    },
  },
  {
    name: '002-walls',
    up: async (client) => {
      await client.query(walls);
    },
  },
  {
    name: '003-taxii-status',
    up: async (client) => {
      await client.query(taxiiStatus);
    },
  },
  {
    name: '004-accounts',
    up: async (client) => {
      await client.query(accounts);
    },
  },
  {
    name: '005-member-policy',
    up: async (client) => {
      await client.query(memberPolicy);
    },
  },
  {
    name: '006-notices',
    up: async (client) => {
      await client.query(notices);
    },
  },
  {
    name: '007-reads',
    up: async (client) => {
      await client.query(reads);
    },
  },
  {
    name: '009-readings',
    up: async (client) => {
      await client.query(readings);
    },
  },
];
