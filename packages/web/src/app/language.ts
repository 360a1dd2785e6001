/** English and French: which is spoken, and the words of each screen, loaded with it. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Words } from '../catalogue/words.ts';

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

/** What was chosen here before, else what the browser prefers. */
const firstLanguage = (): Language => languageIn(localStorage.getItem(kept) ?? navigator.language);

const languageIn = (text: string): Language => (text.startsWith('fr') ? 'fr' : 'en');

export async function startLanguage(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use({
      type: 'backend',
      read: async (language: string, name: string) => {
        const load = files[`../catalogue/${language}/${name}.ts`];
        if (load === undefined) throw new Error(`There are no words ${language}/${name}.`);
        return (await load()).default;
      },
    })
    .init({
      lng: firstLanguage(),
      supportedLngs: [...languages],
      fallbackLng: false,
      ns: ['common', 'stix'],
      defaultNS: 'common',
      keySeparator: false,
      interpolation: { escapeValue: false },
      // What has no word is said otherwise by whoever asked with an empty one in its place.
      returnEmptyString: true,
    });
  tellDocument(i18next.language);
  i18next.on('languageChanged', tellDocument);
}

function tellDocument(language: string): void {
  document.documentElement.lang = language;
}

/** Speaks another language from now on, on this browser. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(kept, language);
  await i18next.changeLanguage(language);
}

/** Speaks the language of the account that is signed in, unless another was chosen on this browser. */
export async function speakFor(account: { language: string | null }): Promise<void> {
  if (account.language === null || localStorage.getItem(kept) !== null) return;
  const language = languageIn(account.language);
  if (language !== spoken()) await i18next.changeLanguage(language);
}

export const spoken = (): Language => (i18next.language === 'fr' ? 'fr' : 'en');
