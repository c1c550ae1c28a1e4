/** The last part of a path: `C:\notes\docker` is `docker`; a root is itself. */
export const lastPart = (path: string): string => path.split(/[\\/]+/).findLast((part) => part !== '') ?? path
