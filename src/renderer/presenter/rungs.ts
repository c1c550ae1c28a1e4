/** How deep the notes go: one sentence, the whole answer, or what may be asked next. */
export const rungs = ['line', 'answer', 'depth'] as const
export type Rung = (typeof rungs)[number]

export const rungAfter = (rung: Rung): Rung => rungs[(rungs.indexOf(rung) + 1) % rungs.length] ?? 'answer'
