/** The public key of a gateway, as `entente gateway init` prints it: whether a text can be one. */

/** By its form alone; whether it holds the cell says. */
export const isGatewayKey = (text: string): boolean => /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/.test(text);
