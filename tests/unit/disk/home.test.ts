import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { homeAt, homeFolder } from '../../../src/services/disk/home.ts'

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

describe('homeAt', () => {
  it('has a place of its own for each thing, and docs/data.md tells of all of them', () => {
    const folder = join('/', 'home', 'kim', 'Lectern')
    const { folder: itself, ...places } = homeAt(folder)
    expect(itself).toBe(folder)
    const names = Object.values(places).map((place) => relative(folder, place))
    expect(new Set(names).size).toBe(names.length)
    const told = readFileSync(join(import.meta.dirname, '../../../docs/data.md'), 'utf8')
    for (const name of names) {
      expect(name).toMatch(/^[a-z][a-z.-]+$/)
      expect(told).toMatch(new RegExp('`' + name + '[`/]'))
    }
  })
})
