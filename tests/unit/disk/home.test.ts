import { describe, expect, it } from 'vitest'
import { homeFolder } from '../../../src/services/disk/home.ts'

const on = (platform: NodeJS.Platform, homedir: string, env: Record<string, string> = {}): string =>
  homeFolder({ env, platform, homedir })

describe('homeFolder', () => {
  it("is Lectern in the system's application data, where Electron's appData is too", () => {
    expect(on('linux', '/home/kim')).toBe('/home/kim/.config/Lectern')
    expect(on('linux', '/home/kim', { XDG_CONFIG_HOME: '/data/config' })).toBe('/data/config/Lectern')
    expect(on('darwin', '/Users/kim')).toBe('/Users/kim/Library/Application Support/Lectern')
    const roaming = String.raw`C:\Users\kim\AppData\Roaming`
    expect(on('win32', String.raw`C:\Users\kim`, { APPDATA: roaming })).toBe(String.raw`${roaming}\Lectern`)
    expect(on('win32', String.raw`C:\Users\kim`)).toBe(String.raw`${roaming}\Lectern`)
  })

  it('is LECTERN_HOME where that is given', () => {
    expect(on('linux', '/home/kim', { LECTERN_HOME: '/media/stick/lectern', XDG_CONFIG_HOME: '/x' })).toBe(
      '/media/stick/lectern',
    )
  })

  it('ignores settings that are empty or, against the XDG rules, relative', () => {
    expect(on('linux', '/home/kim', { LECTERN_HOME: '', XDG_CONFIG_HOME: '' })).toBe('/home/kim/.config/Lectern')
    expect(on('linux', '/home/kim', { XDG_CONFIG_HOME: 'config' })).toBe('/home/kim/.config/Lectern')
  })
})
