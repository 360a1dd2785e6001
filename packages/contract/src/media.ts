/** Media type of an error (RFC 9457 §3). */
export const problemMedia = 'application/problem+json';
