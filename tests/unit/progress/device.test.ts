import { expect, test } from 'vitest'
import { deviceFile } from '../../../src/services/progress/device.ts'

/** The device file on a machine where only these files can be read. */
const fileOn = (files: Readonly<Record<string, string>>, folder = '/home/kim/progress'): Promise<string> =>
  deviceFile(folder, (file) => {
    const text = files[file]
    return text === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(text)
  })

const [system, bus] = ['/etc/machine-id', '/var/lib/dbus/machine-id']

test('machines that share a home have a log each', async () => {
  const names = await Promise.all([
    fileOn({ [system]: 'aaaa\n' }),
    fileOn({ [system]: 'bbbb\n' }),
    fileOn({ [bus]: 'cccc\n' }),
    fileOn({ [bus]: 'dddd\n' }),
    fileOn({}),
    fileOn({ [system]: 'aaaa\n' }, '/home/lee/progress'),
  ])
  expect(new Set(names).size).toBe(names.length)
  expect(names[0]).toMatch(/^\/home\/kim\/progress\/device-[0-9a-f]{12}$/)
})

test('a machine is the same one in whichever file its name is found', async () => {
  const usual = await fileOn({ [system]: 'aaaa\n', [bus]: 'bbbb\n' })
  expect(await fileOn({ [system]: 'aaaa' })).toBe(usual)
  expect(await fileOn({ [bus]: 'aaaa\n' })).toBe(usual)
  expect(await fileOn({ [system]: '\n', [bus]: 'aaaa\n' })).toBe(usual)
})
