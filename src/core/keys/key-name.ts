/** What a key of the table is called on a system: the command key is Ctrl but on macOS, where it is ⌘. */
export function keyName(key: string, platform: string): string {
  return platform === 'darwin' ? key.replace('Ctrl+', '⌘') : key
}
