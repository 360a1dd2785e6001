/**
 * What changes the page as a field is left waits until what was pressed is let go: shown at once it moves a button from
 * under the pointer, and the click goes beside it.
 */
let isPressed = false;
const ends = ['pointerup', 'pointercancel'] as const;

addEventListener('pointerdown', () => (isPressed = true), true);
for (const end of ends) addEventListener(end, () => (isPressed = false), true);

/** Does it once no press is on the way, and the click that ends it is over. */
export function afterPress(act: () => void): void {
  // Of a touch, the field is left after the finger, and before the click.
  const soon = (): unknown => setTimeout(act);
  if (!isPressed) {
    soon();
    return;
  }
  const heard = new AbortController();
  const over = (): void => {
    heard.abort();
    soon();
  };
  for (const end of ends) addEventListener(end, over, { capture: true, signal: heard.signal });
}
