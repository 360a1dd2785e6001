/** Text of others for a terminal: without signs that steer it or turn the direction. */
export const safeText = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
