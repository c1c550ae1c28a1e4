import { expect, it } from 'vitest'
import { pipeName, socketName } from '../../../src/services/instance/socket-name.ts'

it('a lock file has a short name of its own', () => {
  const name = socketName('/home/kim/.config/Lectern/lock')
  expect(name).toMatch(/^[0-9a-f]{16}$/)
  expect(socketName('/home/kim/.config/Lectern/lock')).toBe(name)
  expect(socketName('/home/lee/.config/Lectern/lock')).not.toBe(name)
  expect(socketName(`/${'long/'.repeat(500)}lock`)).toHaveLength(name.length)
})

it('a pipe has the name of a pipe on Windows, another one for each person and each folder', () => {
  const file = String.raw`C:\Users\kim\AppData\Roaming\Lectern\lock`
  const pipe = pipeName(file, 'Kim')
  expect(pipe).toMatch(/^\\\\\.\\pipe\\lectern-[0-9a-f]{16}$/)
  // Windows takes both for the same person.
  expect(pipeName(file, 'KIM')).toBe(pipe)
  expect(pipeName(file, 'Lee')).not.toBe(pipe)
  expect(pipeName(String.raw`D:\Lectern\lock`, 'Kim')).not.toBe(pipe)
  // Neither tells who it is.
  expect(pipe.toLowerCase()).not.toContain('kim')
})
