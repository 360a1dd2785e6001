/**
 * Has the first of what a generator makes ready before work on all of it begins, and ends the generator after the
 * work, however that ended.
 */
export async function withFirst<Item, Result>(
  items: AsyncGenerator<Item>,
  work: (items: AsyncIterable<Item>) => Promise<Result>,
): Promise<Result> {
  try {
    const first = await items.next();
    return await work(first.done === true ? items : following(first.value, items));
  } finally {
    await items.return(undefined);
  }
}

async function* following<Item>(first: Item, rest: AsyncGenerator<Item>): AsyncGenerator<Item> {
  yield first;
  yield* rest;
}
