/** Whether npm has installed what a lock file names, by the list that npm leaves beside the packages when it has ended. */

/**
 * @param {object} lock what `package-lock.json` holds
 * @param {object | null} installed what `node_modules/.package-lock.json` holds, null where there is none
 */
export function isInstalled(lock, installed) {
  if (installed === null) return false
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages?.[path]
    // Of packages for one system each, only this system's is there.
    if (found === undefined) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}
