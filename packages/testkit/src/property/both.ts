/** Waits for both, also where one fails. */
export async function both<Result>(work: readonly Promise<Result>[]): Promise<[Result, Result]> {
  const done = await Promise.allSettled(work);
  const results = done.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  return results as [Result, Result];
}
