/** JSON that is sent as it is: the bytes of objects come from the presenter and are never written anew. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** A page of items; `next` where there are more. */
  static page(items: readonly string[], next: string | undefined): JsonText {
    const end = next === undefined ? '' : `,"next":${JSON.stringify(next)}`;
    return new JsonText(`{"items":[${items.join(',')}]${end}}`);
  }
}
