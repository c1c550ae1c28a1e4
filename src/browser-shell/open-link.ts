import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // Unlike `start`, this needs no shell that would read the address as a command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens an address with the program that the system has for it. The address has been checked to be https or mailto. */
export function openLink(url: string): void {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
