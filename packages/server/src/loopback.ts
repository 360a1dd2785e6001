/** Whether the name of a host in an address (as URL has it) is that of the machine itself: nothing leaves it. */
export const isLoopback = (hostname: string): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
