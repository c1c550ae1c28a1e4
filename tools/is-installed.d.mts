/** Whether npm has installed what a lock file names, by the list that npm leaves beside the packages when it has ended. */
export function isInstalled(lock: object, installed: object | null): boolean
