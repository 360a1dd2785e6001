/** Text as HTML, escaped by construction: a template's values are escaped unless they are HTML already. */

/** HTML that is safe to print. */
export interface Html {
  readonly html: string;
}

type Value = Html | string | number | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const print = (value: Value): string => {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).replace(/[&<>"']/g, (character) => entities[character] as string);
  }
  return 'html' in value ? value.html : value.map(({ html }) => html).join('');
};

/** Builds HTML; every text and number is escaped, in content and in quoted attributes. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts
    .map((part, index) => part + (index < values.length ? print(values[index] as Value) : ''))
    .join(''),
});

/** Nothing, where there is nothing to say. */
export const nothing: Html = { html: '' };

/** The parts that say something, with a separator between them. */
export const joined = (parts: readonly Html[], separator: string): Html =>
  parts.reduce((all, part, index) => (index === 0 ? part : html`${all}${separator}${part}`), nothing);

/** Words of an unknown language and direction, kept apart from those around them. */
export const foreign = (text: string, language?: string): Html =>
  language === undefined
    ? html`<bdi dir="auto">${text}</bdi>`
    : html`<bdi dir="auto" lang="${language}">${text}</bdi>`;
