/** The ids in a text of lines, each once. */
export const idsIn = (text: string): string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((word) => word.includes('--'))),
];
