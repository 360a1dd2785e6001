/** English and French: which is spoken, and the words of each screen, loaded with it. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Words } from '../catalogue/words.ts';
import { outOfReach } from './failure.ts';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    keySeparator: false;
    resources: Words;
  }
}

const files = import.meta.glob<{ default: Record<string, string> }>('../catalogue/{en,fr}/*.ts');
const kept = 'entente.language';

/** What could not be fetched, by language and name. */
const missing = new Map<string, Error>();
const keyOf = (language: string, name: string): string => `${language}/${name}`;

/** What was chosen here before, else what the browser prefers. */
const firstLanguage = (): Language => languageIn(localStorage.getItem(kept) ?? navigator.language);

const languageIn = (text: string): Language => (text.startsWith('fr') ? 'fr' : 'en');

/** Fails with `unavailable` where the words of the frame cannot be fetched. */
export async function startLanguage(): Promise<void> {
  const language = firstLanguage();
  const [common, stix] = await Promise.all([wordsOf(language, 'common'), wordsOf(language, 'stix')]);
  await i18next
    .use(initReactI18next)
    .use({ type: 'backend', read: wordsOf })
    .init({
      lng: language,
      resources: { [language]: { common, stix } },
      partialBundledLanguages: true,
      supportedLngs: [...languages],
      fallbackLng: false,
      ns: ['common', 'stix'],
      defaultNS: 'common',
      keySeparator: false,
      interpolation: { escapeValue: false },
      // What has no word is said otherwise by whoever asked with an empty one in its place.
      returnEmptyString: true,
      parseMissingKeyHandler: wordOrFailure,
    });
  tellDocument(i18next.language);
  i18next.on('languageChanged', tellDocument);
}

/** Fails with `unavailable`. */
async function wordsOf(language: string, name: string): Promise<Record<string, string>> {
  const load = files[`../catalogue/${language}/${name}.ts`];
  if (load === undefined) throw new Error(`There are no words ${language}/${name}.`);
  try {
    const words = (await load()).default;
    missing.delete(keyOf(language, name));
    return words;
  } catch (cause) {
    const error = outOfReach('The words of this part could not be fetched.', cause);
    missing.set(keyOf(language, name), error);
    throw error;
  }
}

/** A part whose words could not be fetched fails as one whose file could not: keys are not for reading. */
function wordOrFailure(
  key: string,
  given?: string,
  { ns }: { ns?: string | readonly string[] } = {},
): string {
  const [name = 'common'] = [ns ?? []].flat();
  const error = missing.get(keyOf(i18next.language, name));
  if (error !== undefined) throw error;
  return given ?? key;
}

function tellDocument(language: string): void {
  document.documentElement.lang = language;
}

/** Speaks another language from now on, on this browser. Fails with `unavailable`, and then goes on as before. */
export async function speak(language: Language): Promise<void> {
  await turnTo(language);
  localStorage.setItem(kept, language);
}

/** Speaks the language of the account that is signed in, unless another was chosen on this browser. */
export async function speakFor(account: { language: string | null }): Promise<void> {
  if (account.language === null || localStorage.getItem(kept) !== null) return;
  const language = languageIn(account.language);
  if (language !== spoken()) await turnTo(language);
}

/** All words that were needed till now are there before the first of them is said. */
async function turnTo(language: Language): Promise<void> {
  const names = [i18next.options.ns ?? []].flat();
  const fetchOne = async (name: string): Promise<void> => {
    if (!i18next.hasResourceBundle(language, name))
      i18next.addResourceBundle(language, name, await wordsOf(language, name));
  };
  await Promise.all(names.map(fetchOne));
  await i18next.changeLanguage(language);
}

export const spoken = (): Language => (i18next.language === 'fr' ? 'fr' : 'en');
