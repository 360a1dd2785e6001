/** The languages of the alliance, and of the demonstration. */
export type Language = 'en' | 'fr';

/** The same words in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
