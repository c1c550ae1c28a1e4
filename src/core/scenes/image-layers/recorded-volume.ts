/** The numbers, commands and answers about volumes, out of the digest of their recording. */
import volumeTrace from '../../../../assets/traces/engine-28.5/layers-volume.json' with { type: 'json' }
import { refTo } from '../../traces/digest.ts'
import { digestOf, eventOf, listIn, part, textIn } from '../../traces/read-values.ts'
import { shell } from './shell-output.ts'

export const volumeDigest = digestOf(volumeTrace)
const v = (n: number): ReturnType<typeof shell> => shell(volumeDigest, n)

/** A named volume: written to, and found again in the next container. */
export const named = {
  run: v(2),
  mountedAs: v(3),
  write: v(4),
  onHost: v(5),
  diff: v(6),
  inUse: v(7),
  rm: v(10),
  list: v(11),
  next: v(12),
  remove: v(13),
  name: part(v(2).command, /-v (\w+):/),
  at: part(v(2).command, /-v \w+:(\S+)/),
  kept: v(12).lines.join(''),
  lost: part(v(4).command, /echo (\w+) > \/note/),
  directory: part(v(5).command, /ls -l ([^;]+);/),
}

export const bind = {
  run: v(14),
  mountedAs: v(15),
  changed: v(18),
  rm: v(19),
  left: v(20),
  source: part(v(14).command, /-v ([^:]+):/),
  at: part(v(14).command, /-v [^:]+:(\S+)/),
  text: part(v(18).lines.join(''), /<h1>(.+)<\/h1>/),
  file: v(20).lines.join(''),
}

export const tmpfs = {
  run: v(22),
  mountedAs: v(23),
  full: v(24),
  start: v(26),
  empty: v(27),
  at: part(v(22).command, /--tmpfs ([^:]+):/),
  size: part(v(22).command, /(size=\w+)/),
  mountSize: part(v(23).lines.join(''), /(size=\w+)/),
  fullError: part(v(24).errors.join('\n'), /: (No space left on device)/),
  found: v(27).lines.join(''),
}

const mounts = listIn(eventOf(volumeDigest, 30).response, 'mounts')
export const anonymous = {
  run: v(29),
  mounts: {
    ref: refTo(volumeDigest, 30),
    list: mounts.map((one) => ({ name: textIn(one, 'name'), at: textIn(one, 'destination') })),
  },
  rm: v(34),
  left: v(35),
  rmV: v(38),
  leftV: v(39),
  runRm: v(40),
  leftRm: v(41),
}

/** How many volumes a recorded `docker volume ls` lists. */
export const listed = (list: { readonly lines: readonly string[] }): number =>
  list.lines.filter((line) => line.startsWith('local')).length
