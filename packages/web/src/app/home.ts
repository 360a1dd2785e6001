/** Where the cell is reached, with its sub-path and a slash at the end: the server says so in `<base>`. */
export const home = new URL('.', document.baseURI);
