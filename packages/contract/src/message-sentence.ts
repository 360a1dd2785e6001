/** What messages say, for clients that show them: the words are the core's. */
export { sentenceParts } from '@entente/core/message/say';
