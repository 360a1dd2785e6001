/** Webhooks of a member: which of its own systems are called when there is a message. */
import { Failure } from '@entente/core/failure';
import { readWebhook, readWebhooks, type WebhookRow } from '@entente/store/webhook/reader';
import { addWebhook, removeWebhook, resumeWebhook } from '@entente/store/webhook/writer';
import { seal, unseal } from '../account/proof/secret.ts';
import { actsAs, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { callBody, refusalOf, type CallSettings } from './call.ts';
import type { Post } from './post.ts';

export interface WebhookInfo {
  id: string;
  url: string;
  /** The account that set it. */
  createdBy: string;
  createdAt: number;
  /** Since when it is called no more. */
  stoppedAt: number | undefined;
}

/** By an administrator or integrator of the member, whose account sees all that the member sees. */
export interface WebhookActs {
  list(caller: Caller): Promise<WebhookInfo[]>;
  /** @returns the webhook, and its secret, shown this once */
  add(caller: Caller, url: string): Promise<{ webhook: WebhookInfo; secret: string }>;
  /** Calls it now. @returns the status that it answered; `undefined` where it did not */
  test(caller: Caller, id: string): Promise<number | undefined>;
  /** Has one that was given up called again. @throws Failure `not-found` */
  resume(caller: Caller, id: string): Promise<void>;
  /** @throws Failure `not-found` */
  remove(caller: Caller, id: string): Promise<void>;
}

const mostWebhooks = 10;

export function webhookActs(cell: Cell, post: Post, settings: CallSettings): WebhookActs {
  const { writer } = cell.database;
  return {
    async list(caller) {
      requireKeeper(caller);
      return (await readWebhooks(writer, caller.member)).map(infoOf);
    },

    async add(caller, url) {
      requireKeeper(caller);
      const refusal = refusalOf(url, settings);
      if (refusal !== undefined) throw new Failure('invalid', `url: ${refusal}`);
      const { world, keys } = cell;
      const id = world.uuid();
      const secret = `whsec_${Buffer.from(world.random(32)).toString('base64')}`;
      const row = {
        id,
        member: caller.member,
        url: new URL(url).href,
        secret: seal(keys, world, secret, id),
        createdBy: caller.account,
      };
      const webhook = await cell.act(
        caller,
        'webhook-add',
        { webhook: id, host: new URL(url).host },
        async ({ client, at }) => {
          if (!(await addWebhook(client, { ...row, createdAt: at }, mostWebhooks))) {
            throw new Failure('conflict', `A member has at most ${mostWebhooks} webhooks: remove one first.`);
          }
          return infoOf({ ...row, createdAt: at, stoppedAt: null });
        },
      );
      return { webhook, secret };
    },

    async test(caller, id) {
      requireKeeper(caller);
      const found = await readWebhook(writer, caller.member, id);
      if (found === undefined) throw missing();
      const at = cell.world.now();
      const body = callBody({ id: cell.world.uuid(), kind: 'test', waits: false, at });
      const secret = unseal(cell.keys, found.secret, found.id);
      try {
        return await post.call({ id: cell.world.uuid(), url: found.url, secret, body, at });
      } catch (error) {
        // Why is for the operator alone: names and addresses inside are not for members to ask about.
        cell.log.info({ webhook: id, reason: String(error) }, 'a webhook did not answer its test');
        return undefined;
      }
    },

    async resume(caller, id) {
      requireKeeper(caller);
      await cell.act(caller, 'webhook-resume', { webhook: id }, async ({ client }) => {
        if (!(await resumeWebhook(client, caller.member, id))) throw missing();
      });
    },

    async remove(caller, id) {
      requireKeeper(caller);
      await cell.act(caller, 'webhook-remove', { webhook: id }, async ({ client }) => {
        if (!(await removeWebhook(client, caller.member, id))) throw missing();
      });
    },
  };
}

const missing = (): Failure => new Failure('not-found', 'There is no such webhook.');

const infoOf = ({ id, url, createdBy, createdAt, stoppedAt }: Omit<WebhookRow, 'secret'>): WebhookInfo => ({
  id,
  url,
  createdBy,
  createdAt,
  stoppedAt: stoppedAt ?? undefined,
});

function requireKeeper(caller: Caller): void {
  requireWhole(caller);
  if (actsAs(caller, 'administrator') || actsAs(caller, 'integrator', 'write')) return;
  throw new Failure('forbidden', 'An administrator or integrator of the member does this.');
}
