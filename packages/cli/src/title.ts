/** By what an object is called. */
export function titleOf(object: Readonly<Record<string, unknown>>): string {
  const found = ['name', 'value', 'abstract', 'relationship_type', 'user_id', 'pattern'].map(
    (key) => object[key],
  );
  return found.find((one): one is string => typeof one === 'string') ?? '';
}
