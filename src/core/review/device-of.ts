/** What an event was made by: its id is `DEVICE-SEQ-RANDOM`, where SEQ has nine digits, so that ids of a device sort as they came. */
export const deviceOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('-')))
