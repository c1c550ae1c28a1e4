/** What the measuring page tells of a scene. */
export interface PictureCost {
  /** Marks of the largest frame, and the nodes that they become. */
  readonly marks: number
  readonly nodes: number
  /** Milliseconds to lay out the largest frame, and to paint it into an empty picture. */
  readonly layout: readonly number[]
  readonly fresh: readonly number[]
  /** Milliseconds to make the way into each step, before its clock starts. */
  readonly way: readonly number[]
  /** Milliseconds to find each frame on the ways into all steps, and to paint it. */
  readonly between: readonly number[]
  readonly painting: readonly number[]
  /** Milliseconds between frames while the component plays each of its steps after the one before. */
  readonly intervals: readonly number[]
}
