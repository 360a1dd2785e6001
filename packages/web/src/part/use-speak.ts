/** Turns to another language; where its words cannot be fetched, says so and leaves the page as it is. */
import { codeOf } from '../app/failure.ts';
import { speak, type Language } from '../app/language.ts';
import { useOutOfReach } from './use-out-of-reach.ts';

export function useSpeak(): (language: Language) => Promise<void> {
  const outOfReach = useOutOfReach();
  return (language) =>
    speak(language).catch((error: unknown) => {
      if (codeOf(error) !== 'unavailable') throw error;
      outOfReach();
    });
}
