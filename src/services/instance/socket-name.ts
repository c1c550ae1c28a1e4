import { createHash } from 'node:crypto'

/** Half of it would do: two of one person's folders must not meet by chance. */
const hashLength = 16

/**
 * The name of the socket that stands for a lock file, the same for every process that reaches the file.
 * @param file its real path, so that a folder reached by a link is the same folder
 */
export const socketName = (file: string): string => createHash('sha256').update(file).digest('hex').slice(0, hashLength)

/** Whether a name may be one that `socketName` gave. */
export const isSocketName = (name: string): boolean => name.length === hashLength && /^[0-9a-f]+$/.test(name)

/**
 * The named pipe that stands for a lock file on Windows. All people of a machine share the names of pipes, so the
 * person is part of it.
 */
export const pipeName = (file: string, user: string): string =>
  `\\\\.\\pipe\\lectern-${socketName(`${user.toLowerCase()}\n${file}`)}`
