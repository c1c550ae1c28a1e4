import { expect, test } from 'vitest'
import { redactAll, redactor, type Machine } from '../../../src/services/recording/redact.ts'

const machine: Machine = {
  hostname: 'kims-laptop.example.org',
  username: 'kim',
  home: '/home/kim',
  temporary: '/scratch/tmp',
  kernels: ['6.18.4-arch1-1'],
}
const places = [
  ['/scratch/tmp/lectern-record-x/contexts', '/srv/demo'],
  ['/scratch/tmp/lectern-record-x', '/srv/lab'],
  ['127.0.0.1:40123', 'registry.example:5000'],
] as const

test.each([
  ['cd /scratch/tmp/lectern-record-x/contexts/busybox && ls', 'cd /srv/demo/busybox && ls'],
  ['unix:///scratch/tmp/lectern-record-x/docker.sock', 'unix:///srv/lab/docker.sock'],
  ['/scratch/tmp/other', '/tmp/other'],
  ['/home/kim/.docker and /home/kimchi', '/home/user/.docker and /home/kimchi'],
  ['repo=127.0.0.1%3A40123%2Fteam', 'repo=registry.example%3A5000%2Fteam'],
  ['kim@kims-laptop.example.org on kims-laptop: kimono', 'user@docker-host on docker-host: kimono'],
  ['Linux 6.18.4-arch1-1 x86_64', 'Linux 6.18 x86_64'],
  [`Location: /v2/x/uploads/1?_state=${'a'.repeat(40)}`, 'Location: /v2/x/uploads/1?_state=<token>'],
])('%s', (text, expected) => {
  expect(redactor(places, machine)(text)).toBe(expected)
})

test('a person or a machine called like an ordinary word does not take the word along', () => {
  const redact = redactor([], { ...machine, username: 'docker', hostname: 'web' })
  expect(redact('docker run --name web')).toBe('docker run --name web')
})

test('what a replacement says is taken literally, whatever signs it has', () => {
  expect(redactor([['/a', '/$&']], machine)('/a/b')).toBe('/$&/b')
})

test('texts are redacted at any depth, names of fields and numbers stay', () => {
  const redact = redactor([], machine)
  expect(redactAll({ kim: ['kim', { deep: 'kim' }, 1, null, true] }, redact)).toEqual({
    kim: ['user', { deep: 'user' }, 1, null, true],
  })
})
