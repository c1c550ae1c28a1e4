/** How deep the notes go: one sentence, the whole answer, or what may be asked next. */
export const depths = ['line', 'answer', 'depth'] as const
export type NotesDepth = (typeof depths)[number]

export const depthAfter = (depth: NotesDepth): NotesDepth =>
  depths[(depths.indexOf(depth) + 1) % depths.length] ?? 'answer'
