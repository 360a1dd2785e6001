/** The box of the search screen takes the focus where the box that opens from anywhere led there. */
let box: HTMLElement | null = null;
let isAwaited = false;

/** For `ref`. */
export function standingBox(element: HTMLElement | null): void {
  box = element;
  if (box === null || !isAwaited) return;
  isAwaited = false;
  box.focus();
}

/** Has it take the focus: now, or once it is there. */
export function enterBox(): void {
  isAwaited = box === null;
  box?.focus();
}
