/** Whose contributions are: members by their ids, and the hub. */

/** The contributor of what the hub itself says: no member. */
export const hub = 'hub';
