/** Keys that are heard where the focus is within an element, so that none of them acts from elsewhere (WCAG 2.1.4). */
import { useEffect, type RefObject } from 'react';

/** @param press not called while somebody types, nor where what has the focus did something with the key */
export function useKeysWithin(
  element: RefObject<HTMLElement | null>,
  press: (event: KeyboardEvent, from: HTMLElement) => void,
): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const from = event.target as HTMLElement;
      const isElsewhere =
        element.current?.contains(from) !== true ||
        from.closest('input:not([type=checkbox]), textarea, select') !== null;
      if (isElsewhere || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      press(event, from);
    };
    // On the document, so that what has the focus comes first.
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });
}
