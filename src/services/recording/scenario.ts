import type { Text } from '../../contract/deck.ts'

/** A command of a scenario, with names in curly brackets (`Names`). */
export interface Step {
  readonly command: string
  /** The exit code that it must have; 0 unless said. */
  readonly exit?: number
}

/** What a recording is made of: commands, and what of them is kept. */
export interface Scenario {
  readonly name: string
  readonly title: Text
  /**
   * What must be there: nothing (the CLI is given a socket that does not exist), an engine, build contexts of ours beside it,
   * images of ours on it, and a registry of ours beside it. Each includes those before it but the first.
   */
  readonly needs: 'nothing' | 'engine' | 'contexts' | 'images' | 'registry'
  /** Brings about what the commands start from; not recorded. */
  readonly before?: readonly string[]
  readonly commands: readonly Step[]
  readonly keep: {
    /** Calls between CLI and engine: all, or those whose path ends in one of these. */
    readonly calls: 'all' | readonly string[]
    /** Events that the engine tells its subscribers. */
    readonly events: boolean
  }
  /** A condition of this recording beside those of all. */
  readonly note?: string
}

/** What the names in curly brackets stand for. Everything that a scenario makes on an engine is among them. */
export interface Names {
  readonly web: string
  readonly talk: string
  readonly second: string
  readonly fresh: string
  readonly busybox: string
  readonly 'app-a': string
  /** The registry's address and the repositories in it, such as `127.0.0.1:5000/team`. */
  readonly team: string
  /** The folder with a build context for each image. */
  readonly contexts: string
  /** A folder for files that commands write. */
  readonly work: string
}

/** Names on the engine: with a prefix that keeps them apart from what others have there, or with none. */
export const namesFor = (prefix: string, registry: string, places: Pick<Names, 'contexts' | 'work'>): Names => ({
  web: `${prefix}web`,
  talk: `${prefix}talk`,
  second: `${prefix}web2`,
  fresh: `${prefix}fresh`,
  busybox: `${prefix}busybox`,
  'app-a': `${prefix}app-a`,
  team: `${registry}/${prefix}team`,
  ...places,
})

/** Puts names in place of the curly brackets; other brackets, such as those of `--format`, stay. */
export const fill = (command: string, names: Names): string =>
  command.replace(/\{([a-z][a-z-]*)\}/g, (whole, key: string) =>
    Object.hasOwn(names, key) ? names[key as keyof Names] : whole,
  )

export const containersOf = ({ web, talk, second, fresh }: Names): readonly string[] => [web, talk, second, fresh]
export const imagesOf = (names: Names): readonly string[] => [
  names.busybox,
  names['app-a'],
  `${names.team}/busybox:1`,
  `${names.team}/app-a:1`,
]
