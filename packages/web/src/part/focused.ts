/** For `ref`: takes the focus as soon as it is there, before another key can be pressed. */
export const focused = (element: HTMLElement | null): void => element?.focus();
