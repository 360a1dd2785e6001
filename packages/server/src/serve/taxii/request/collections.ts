/** The collections of a caller and what it may do in each (TAXII 2.1 §5.1, §5.2). */
import { Failure } from '@entente/core/failure';
import type { View } from '@entente/store/view/reader';
import { isWhole } from '../../../account/rights.ts';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';
import { stixMediaType } from './media-type.ts';

export interface Collection {
  /** UUIDv4; of a community its own. */
  id: string;
  title: string;
  description: string;
  alias?: 'view' | 'own';
  canRead: boolean;
  canWrite: boolean;
  /** Whether records are those that the caller's member put in. */
  own: boolean;
  /** The community that is the audience of what is posted. */
  community?: string;
}

/** The same in every cell and for every caller: what is in them differs. */
export const viewCollection = '0b6ff6f2-8a1e-4b07-9d0e-6c9c4a6d2e51';
export const ownCollection = '7d1c5b0a-43f6-4f2b-8e8d-1f0a9b3c7e64';

/** Every collection of the caller, in an order that stays. */
export async function collectionsOf(view: View, caller: Caller): Promise<Collection[]> {
  const communities = await view.communities();
  return [
    ...collectionsOfAll(caller),
    ...communities.map(({ id, name }) => ({
      id,
      title: name,
      description: 'What you add here is for this community, within its own labels.',
      canRead: false,
      canWrite: mayWrite(caller),
      own: false,
      community: id,
    })),
  ];
}

/** An account that sees less than its member reads alone. */
const mayWrite = (caller: Caller): boolean => caller.scopes.has('write') && isWhole(caller);

/** Those that every caller has. */
function collectionsOfAll(caller: Caller): Collection[] {
  const [canRead, canWrite] = [caller.scopes.has('read'), mayWrite(caller)];
  return [
    {
      id: viewCollection,
      title: 'View',
      description: 'All that you may see.',
      alias: 'view',
      canRead,
      canWrite: false,
      own: false,
    },
    {
      id: ownCollection,
      title: 'Own',
      description: 'What you contributed. What you add here without a label stays with you alone.',
      alias: 'own',
      canRead,
      canWrite,
      own: true,
    },
  ];
}

/**
 * The collection of a path, by id or alias. What every caller has is found without a look at the view.
 * @throws Failure `not-found` for one that does not exist or is not the caller's: never told apart
 */
export async function findCollection(ports: Ports, caller: Caller, asked: string): Promise<Collection> {
  const isAsked = ({ id, alias }: Collection): boolean => id === asked || alias === asked;
  const found =
    collectionsOfAll(caller).find(isAsked) ??
    (await ports.view(caller, (view) => collectionsOf(view, caller))).find(isAsked);
  if (found === undefined) throw new Failure('not-found', 'There is no such collection.');
  return found;
}

/** @throws Failure as `findCollection`, and `forbidden` where the caller may not write into it */
export async function writableCollection(ports: Ports, caller: Caller, asked: string): Promise<Collection> {
  const collection = await findCollection(ports, caller, asked);
  if (!collection.canWrite) throw new Failure('forbidden', 'You may not write into this collection.');
  return collection;
}

/** @throws Failure as `findCollection`, and `forbidden` where the caller may not read it */
export async function readableCollection(ports: Ports, caller: Caller, asked: string): Promise<Collection> {
  const collection = await findCollection(ports, caller, asked);
  if (!collection.canRead) throw new Failure('forbidden', 'You may not read this collection.');
  return collection;
}

/** The collection resource of TAXII 2.1 §5.2.1. */
export const collectionResource = ({ id, title, description, alias, canRead, canWrite }: Collection) => ({
  id,
  title,
  description,
  ...(alias === undefined ? {} : { alias }),
  can_read: canRead,
  can_write: canWrite,
  media_types: [stixMediaType],
});
