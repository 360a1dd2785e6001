/** What stands where not even the words of the frame could be fetched: in both languages, as neither is there. */
const said = {
  en: ['Entente could not be loaded. Check the connection, then try again.', 'Try again'],
  fr: ['Entente n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.', 'Réessayer'],
} as const;

export function sayWithoutWords(root: HTMLElement): void {
  const notice = document.createElement('main');
  notice.className = 'without-words';
  notice.setAttribute('role', 'alert');
  for (const [language, [sentence, again]] of Object.entries(said)) {
    const part = document.createElement('p');
    part.lang = language;
    const button = document.createElement('button');
    button.textContent = again;
    button.addEventListener('click', () => location.reload());
    part.append(sentence, ' ', button);
    notice.append(part);
  }
  root.replaceChildren(notice);
}
