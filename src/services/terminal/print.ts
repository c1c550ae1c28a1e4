/**
 * Writing to the terminal. Names of files and words of courses are anybody's, and some characters steer a terminal: they
 * clear it, move the cursor, rename the window or let text read backwards. So they are spelled out, as JSON does.
 */

/** All control characters but the tab and the line feed, and what turns the direction of text. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g

const spelt = (text: string): string =>
  text.replaceAll(steering, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A text within a line, such as the name of a file, which may hold line feeds too. */
export const withinLine = (text: string): string => spelt(text.replaceAll('\n', '\\n'))

/** Writes an answer, JSON too, to standard output and ends the line. */
export function print(text: string): void {
  console.log(spelt(text))
}

/** Writes a word about it to standard error and ends the line. */
export function printError(text: string): void {
  console.error(spelt(text))
}
